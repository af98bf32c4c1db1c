package dev.schemalatch.cli;

import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.check.CheckReport;
import dev.schemalatch.check.DiffReport;
import dev.schemalatch.drift.Cause;
import dev.schemalatch.drift.Difference;
import dev.schemalatch.drift.Drift;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.history.History;
import dev.schemalatch.source.Origin;
import dev.schemalatch.sql.ServerVersion;
import dev.schemalatch.tool.HistoryTable;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What an engine may answer. */
final class Answers {

    private static final ServerVersion SEVENTEEN = new ServerVersion(170011);

    private Answers() {}

    static CheckReport clean() {
        return report(new Finding.Known<>(history(List.of())), new Finding.Known<>(Drift.none()));
    }

    static CheckReport pending() {
        return report(new Finding.Known<>(history(List.of("2_more"))), new Finding.Known<>(Drift.none()));
    }

    static CheckReport drifted() {
        return report(new Finding.Known<>(history(List.of())), drift());
    }

    static CheckReport unreachable() {
        var why = Failure.of(Reason.DatabaseUnreachable, "db.example:5432/orders does not answer.");
        return report(new Finding.Unknown<>(why), new Finding.Unknown<>(why));
    }

    static DiffReport same() {
        return diff(new Finding.Known<>(Drift.none()));
    }

    static DiffReport different() {
        return diff(drift());
    }

    private static Finding<Drift> drift() {
        return new Finding.Known<>(new Drift(List.of(new Difference(
                Difference.Change.Extra,
                new ObjectKey("table", "public.audit"),
                new TreeMap<>(),
                List.of(),
                Cause.manual()))));
    }

    private static DiffReport diff(Finding<Drift> drift) {
        return new DiffReport(
                new Finding.Known<>(new DiffReport.Side(SEVENTEEN, "staging")),
                new Finding.Known<>(new DiffReport.Side(SEVENTEEN, "production")),
                drift,
                List.of());
    }

    private static CheckReport report(Finding<History> history, Finding<Drift> drift) {
        return CheckReport.of(
                new Finding.Known<>(
                        new CheckReport.Files(new Origin("Folder", "prisma/migrations", "sha256:0"), "Prisma", 1)),
                new Finding.Known<>(
                        new CheckReport.Server(SEVENTEEN, "orders", new HistoryTable("public", "_prisma_migrations"))),
                history,
                drift);
    }

    private static History history(List<String> pending) {
        return new History(
                History.Table.PRESENT,
                pending.isEmpty() ? History.Relation.IN_SYNC : History.Relation.BEHIND,
                List.of("1_init"),
                List.of(new History.Done("1_init", Optional.empty(), false)),
                pending,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
