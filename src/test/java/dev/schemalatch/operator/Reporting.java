package dev.schemalatch.operator;

import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.check.CheckReport;
import dev.schemalatch.check.CheckReport.Files;
import dev.schemalatch.check.CheckReport.Server;
import dev.schemalatch.drift.Cause;
import dev.schemalatch.drift.Difference;
import dev.schemalatch.drift.Difference.Change;
import dev.schemalatch.drift.Difference.Values;
import dev.schemalatch.drift.Drift;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.failure.Finding.Known;
import dev.schemalatch.failure.Finding.Unknown;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.history.History;
import dev.schemalatch.history.History.Done;
import dev.schemalatch.history.History.Relation;
import dev.schemalatch.history.History.Table;
import dev.schemalatch.source.Origin;
import dev.schemalatch.sql.ServerVersion;
import dev.schemalatch.tool.HistoryTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Reports as checks make them. */
final class Reporting {

    private Reporting() {}

    static CheckReport inSync() {
        return of(new Known<>(history(List.of())), new Known<>(Drift.none()));
    }

    static CheckReport schemaNotCompared() {
        return of(new Known<>(history(List.of())), new Known<>(Drift.notCompared("schema: not compared")));
    }

    static CheckReport pending(String... names) {
        return of(new Known<>(history(List.of(names))), new Known<>(Drift.none()));
    }

    static CheckReport drifted(String... tables) {
        return of(
                new Known<>(history(List.of())),
                new Known<>(
                        new Drift(List.of(tables).stream().map(Reporting::extra).toList())));
    }

    static CheckReport schemaUnknown(Reason reason) {
        return of(new Known<>(history(List.of())), new Unknown<>(Failure.of(reason, "why not")));
    }

    static CheckReport nothing(Reason reason) {
        return Failures.nothingKnown(Failure.of(reason, "database db:5432/orders: why not"));
    }

    /** As much as can be found, in names as long as can be. */
    static CheckReport huge() {
        var names = IntStream.range(0, 3_000)
                .mapToObj(i -> "%04d_".formatted(i) + "漢".repeat(2_000))
                .toList();
        var history = new History(
                Table.PRESENT,
                Relation.DIVERGED,
                names,
                List.of(),
                names,
                names,
                List.of(),
                names,
                names,
                Optional.empty());
        var drift = new Drift(names.stream()
                .map(name -> new Difference(
                        Change.Changed,
                        new ObjectKey("table column", name),
                        new TreeMap<>(java.util.Map.of("default", new Values(Optional.of(name), Optional.of(name)))),
                        List.of(),
                        new Cause(Cause.Kind.Manual, Optional.of(name), name)))
                .toList());
        return of(new Known<>(history), new Known<>(drift)).noting(names);
    }

    private static CheckReport of(Finding<History> history, Finding<Drift> drift) {
        return CheckReport.of(
                new Known<>(new Files(new Origin("ConfigMap", "orders-migrations", "sha256:0"), "Prisma", 2)),
                new Known<>(new Server(
                        new ServerVersion(160_004), "orders", new HistoryTable("public", "_prisma_migrations"))),
                history,
                drift);
    }

    private static History history(List<String> pending) {
        return new History(
                Table.PRESENT,
                pending.isEmpty() ? Relation.IN_SYNC : Relation.BEHIND,
                List.of("1_init", "2_more"),
                List.of(new Done("1_init", Optional.of(Instant.parse("2026-01-01T00:00:00Z")), false)),
                pending,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static Difference extra(String table) {
        return new Difference(Change.Extra, new ObjectKey("table", table), new TreeMap<>(), List.of(), Cause.manual());
    }
}
