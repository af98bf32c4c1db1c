package dev.schemalatch.operator;

import dev.schemalatch.check.Candidate;
import dev.schemalatch.check.CheckReport;
import dev.schemalatch.check.CheckRequest;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.history.History;
import dev.schemalatch.source.Bundle;
import dev.schemalatch.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** A database that is nothing but the names of the migrations that were applied to it. */
final class Migrations {

    private final Set<String> applied = new ConcurrentSkipListSet<>();
    private final Set<String> drifted = new ConcurrentSkipListSet<>();
    private volatile Optional<dev.schemalatch.failure.Reason> away = Optional.empty();

    void apply(String... names) {
        applied.addAll(List.of(names));
    }

    void change(String table) {
        drifted.add(table);
    }

    void mend() {
        drifted.clear();
    }

    void goAway(dev.schemalatch.failure.Reason why) {
        away = Optional.of(why);
    }

    void comeBack() {
        away = Optional.empty();
    }

    /** What a check of it finds. */
    CheckReport report(CheckRequest request) {
        if (away.isPresent()) {
            return Reporting.nothing(away.get());
        }
        var own = candidate(request.migrations());
        var candidates = new TreeMap<String, Candidate>();
        request.candidates().forEach((name, source) -> candidates.put(name, candidate(source)));
        var base = drifted.isEmpty() ? Reporting.inSync() : Reporting.drifted(drifted.toArray(String[]::new));
        return CheckReport.of(own.files(), base.database(), own.history(), base.drift())
                .judging(candidates);
    }

    private Candidate candidate(Source source) {
        var bundle = Finding.of(source::read);
        return new Candidate(
                bundle.then(files -> new CheckReport.Files(
                        files.origin(), "Prisma", files.files().size())),
                bundle.then(this::history));
    }

    private History history(Bundle bundle) {
        var shipped = bundle.files().keySet().stream()
                .map(file -> file.replace(".sql", ""))
                .toList();
        var pending = new ArrayList<>(shipped);
        pending.removeAll(applied);
        var missing = new ArrayList<>(applied);
        missing.removeAll(shipped);
        return new History(
                History.Table.PRESENT,
                relation(!pending.isEmpty(), !missing.isEmpty()),
                shipped,
                applied.stream()
                        .map(name -> new History.Done(name, Optional.empty(), false))
                        .toList(),
                pending,
                missing,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static History.Relation relation(boolean pending, boolean missing) {
        if (pending) {
            return missing ? History.Relation.DIVERGED : History.Relation.BEHIND;
        }
        return missing ? History.Relation.AHEAD : History.Relation.IN_SYNC;
    }
}
