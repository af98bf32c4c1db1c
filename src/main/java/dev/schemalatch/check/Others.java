package dev.schemalatch.check;

import dev.schemalatch.failure.Finding;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a request's candidates; one that cannot be read leaves the others alone. */
record Others(SortedMap<String, Finding<Delivery>> files) {

    Others {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static Others read(CheckRequest request) {
        var files = new TreeMap<String, Finding<Delivery>>();
        request.candidates()
                .forEach((id, source) -> files.put(id, Finding.of(() -> Delivery.read(source, request.choice()))));
        return new Others(files);
    }

    SortedMap<String, Candidate> against(Finding<Ledger> ledger) {
        var candidates = new TreeMap<String, Candidate>();
        files.forEach((id, delivered) -> {
            var shipped = delivered.then(
                    found -> ledger.known().map(known -> found.of(known.tool())).orElseGet(found::alone));
            candidates.put(id, new Candidate(shipped.then(Shipped::told), shipped.then(found -> ledger.orThrow()
                    .against(found))));
        });
        return candidates;
    }
}
