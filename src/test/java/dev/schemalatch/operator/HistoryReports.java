package dev.schemalatch.operator;

import dev.schemalatch.check.CheckReport;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.failure.Finding.Known;
import dev.schemalatch.history.History;
import dev.schemalatch.history.History.Failed;
import dev.schemalatch.history.History.Relation;
import dev.schemalatch.history.History.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reports of histories that are not as the files would have them. */
final class HistoryReports {

    private HistoryReports() {}

    static CheckReport running(String name) {
        return unfinished(name, Failed.State.RUNNING);
    }

    static CheckReport failed(String name) {
        return unfinished(name, Failed.State.FAILED);
    }

    static CheckReport missing(String name) {
        return with(new History(
                Table.PRESENT,
                Relation.AHEAD,
                List.of("1_init", "2_more"),
                inSync().applied(),
                List.of(),
                List.of(name),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty()));
    }

    static CheckReport edited(String name) {
        return with(new History(
                Table.PRESENT,
                Relation.IN_SYNC,
                List.of("1_init", "2_more"),
                inSync().applied(),
                List.of(),
                List.of(),
                List.of(),
                List.of(name),
                List.of(),
                Optional.empty()));
    }

    static CheckReport diverged(String pending, String missing) {
        return with(new History(
                Table.PRESENT,
                Relation.DIVERGED,
                List.of("1_init", pending),
                inSync().applied(),
                List.of(pending),
                List.of(missing),
                List.of(),
                List.of(),
                List.of(),
                Optional.of("1_init")));
    }

    static CheckReport baselineNeeded() {
        return with(new History(
                Table.ABSENT_BASELINE_NEEDED,
                Relation.BEHIND,
                List.of("1_init", "2_more"),
                List.of(),
                List.of("1_init", "2_more"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty()));
    }

    static CheckReport pendingAndDrifted(String pending, String table) {
        return of(Reporting.pending(pending).history(), Reporting.drifted(table));
    }

    private static CheckReport unfinished(String name, Failed.State state) {
        var at = Instant.parse("2026-11-20T11:59:00Z");
        return with(new History(
                Table.PRESENT,
                Relation.IN_SYNC,
                List.of("1_init", "2_more"),
                inSync().applied(),
                List.of(),
                List.of(),
                List.of(new Failed(name, Optional.of(at), state)),
                List.of(),
                List.of(),
                Optional.empty()));
    }

    private static History inSync() {
        return Reporting.inSync().history().known().orElseThrow();
    }

    private static CheckReport with(History history) {
        return of(new Known<>(history), Reporting.inSync());
    }

    private static CheckReport of(Finding<History> history, CheckReport rest) {
        return CheckReport.of(rest.migrations(), rest.database(), history, rest.drift());
    }
}
