package dev.schemalatch.check;

import dev.schemalatch.failure.Finding;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a request's candidates; one that cannot be read leaves the others alone. */
record Others(SortedMap<String, Finding<Shipped>> files) {

    Others {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static Others read(CheckRequest request) {
        var files = new TreeMap<String, Finding<Shipped>>();
        request.candidates()
                .forEach((id, source) -> files.put(id, Finding.of(() -> Shipped.read(source, request.tool()))));
        return new Others(files);
    }

    SortedMap<String, Candidate> against(Finding<Ledger> ledger) {
        var candidates = new TreeMap<String, Candidate>();
        files.forEach((id, shipped) ->
                candidates.put(id, new Candidate(shipped.then(Shipped::files), shipped.then(files -> ledger.orThrow()
                        .against(files)))));
        return candidates;
    }
}
