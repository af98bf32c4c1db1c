package dev.schemalatch.report;

import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.check.CheckReport;
import dev.schemalatch.check.DiffReport;
import dev.schemalatch.check.Required;
import dev.schemalatch.drift.Cause;
import dev.schemalatch.drift.Difference;
import dev.schemalatch.drift.Difference.Change;
import dev.schemalatch.drift.Difference.Values;
import dev.schemalatch.drift.Drift;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.history.History;
import dev.schemalatch.remedy.Remedy;
import dev.schemalatch.source.Origin;
import dev.schemalatch.sql.ServerVersion;
import dev.schemalatch.tool.HistoryTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reports as checks make them, one for each verdict, built by hand. */
final class Reports {

    private static final ServerVersion SIXTEEN = new ServerVersion(160015);
    private static final String INIT = "20240101000000_init";
    private static final String ORDERS = "20240201000000_orders";
    private static final String REFUNDS = "20240301000000_refunds";
    private static final Instant DONE = Instant.parse("2024-02-01T10:15:30.123Z");

    private Reports() {}

    static CheckReport inSync() {
        return report(history(List.of(INIT, ORDERS)), Drift.none(), List.of(), List.of());
    }

    static CheckReport pending() {
        var history = new History(
                History.Table.ABSENT_DATABASE_EMPTY,
                History.Relation.BEHIND,
                List.of(INIT, ORDERS),
                List.of(),
                List.of(INIT, ORDERS),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        var deploy = new Remedy(
                "pending migrations",
                "Apply what is pending: %s, %s.".formatted(INIT, ORDERS),
                Optional.of("npx prisma migrate deploy"),
                Remedy.Safety.RunsMigrations,
                true);
        return report(history, Drift.none(), List.of(), List.of(deploy));
    }

    static CheckReport preconditions() {
        var invalid = Failure.of(
                Reason.PreconditionInvalid,
                "precondition owners: the server does not run its query (SQLSTATE 42P01, undefined_table).");
        return inSync().requiring(List.of(
                new Required("no-duplicate-movies", new Finding.Known<>(false)),
                new Required("owners", new Finding.Unknown<>(invalid)),
                new Required("positive-prices", new Finding.Known<>(true))));
    }

    static CheckReport drifted() {
        var notRecorded = new Cause(
                Cause.Kind.NotRecorded,
                Optional.of(REFUNDS),
                REFUNDS + " would make this change: it is there, but not recorded");
        return report(
                history(List.of(INIT, ORDERS)),
                new Drift(List.of(
                        new Difference(
                                Change.Extra,
                                new ObjectKey("table", "public.activity_logs"),
                                new TreeMap<>(Map.of("persistence", extra("permanent"))),
                                List.of(
                                        new ObjectKey("index", "public.activity_logs_at_idx"),
                                        new ObjectKey("table column", "public.activity_logs.at"),
                                        new ObjectKey("table column", "public.activity_logs.id")),
                                Cause.manual()),
                        new Difference(
                                Change.Changed,
                                new ObjectKey("function", "public.total(integer)"),
                                changes("definition", total("sum(price)"), total("sum(price * quantity)")),
                                List.of(),
                                Cause.manual()),
                        new Difference(
                                Change.Missing,
                                new ObjectKey("index", "public.orders_user_id_idx"),
                                new TreeMap<>(Map.of(
                                        "definition", new Values(Optional.of("btree (user_id)"), Optional.empty()))),
                                List.of(),
                                Cause.manual()),
                        new Difference(
                                Change.Changed,
                                new ObjectKey("table column", "public.orders.note"),
                                new TreeMap<>(Map.of(
                                        "default", extra("''::text"),
                                        "type", values("character varying(100)", "text"))),
                                List.of(),
                                notRecorded))),
                List.of("schema audit: no migration lives there; name it among the schemas to compare it"),
                List.of(new Remedy(
                        "changes by hand",
                        "Write a migration for what should stay, undo what should not: 3 objects.",
                        Optional.empty(),
                        Remedy.Safety.ChangesSchema,
                        false)));
    }

    static CheckReport diverged() {
        var history = new History(
                History.Table.PRESENT,
                History.Relation.DIVERGED,
                List.of(INIT, ORDERS, REFUNDS),
                List.of(done(INIT), done("20240215000000_lost")),
                List.of(ORDERS, REFUNDS),
                List.of("20240215000000_lost"),
                List.of(),
                List.of(INIT),
                List.of(REFUNDS),
                Optional.of(INIT));
        var missing = new Remedy(
                "migration missing from the files",
                "20240215000000_lost is applied and not in the files: bring its file back from the branch that has it.",
                Optional.of("git log --all --oneline -- '*20240215000000_lost*'"),
                Remedy.Safety.ReadOnly,
                false);
        return report(history, Drift.none(), List.of(), List.of(missing));
    }

    static CheckReport failed() {
        var history = new History(
                History.Table.PRESENT,
                History.Relation.IN_SYNC,
                List.of(INIT, ORDERS),
                List.of(done(INIT)),
                List.of(),
                List.of(),
                List.of(new History.Failed(ORDERS, Optional.of(DONE), History.Failed.State.CRASHED)),
                List.of(),
                List.of(),
                Optional.empty());
        return report(history, Drift.none(), List.of(), List.of());
    }

    static CheckReport unknown() {
        var refused = Failure.of(
                Reason.AuthenticationFailed,
                "db.example:5432/orders refused the password of the user that --database names. Check both.");
        return CheckReport.of(
                files(),
                new Finding.Unknown<>(refused),
                new Finding.Unknown<>(refused),
                new Finding.Unknown<>(refused));
    }

    static DiffReport diff() {
        return new DiffReport(
                new Finding.Known<>(new DiffReport.Side(SIXTEEN, "orders_staging")),
                new Finding.Known<>(new DiffReport.Side(new ServerVersion(170011), "orders")),
                drifted().drift(),
                List.of());
    }

    private static CheckReport report(History history, Drift drift, List<String> notChecked, List<Remedy> remedies) {
        return CheckReport.of(
                        files(),
                        new Finding.Known<>(new CheckReport.Server(
                                SIXTEEN, "orders", new HistoryTable("public", "_prisma_migrations"))),
                        new Finding.Known<>(history),
                        new Finding.Known<>(drift))
                .noting(notChecked)
                .advising(remedies);
    }

    private static Finding<CheckReport.Files> files() {
        return new Finding.Known<>(
                new CheckReport.Files(new Origin("Folder", "prisma/migrations", "sha256:0a1b"), "Prisma", 2));
    }

    private static History history(List<String> names) {
        return new History(
                History.Table.PRESENT,
                History.Relation.IN_SYNC,
                names,
                names.stream().map(Reports::done).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static History.Done done(String name) {
        return new History.Done(name, Optional.of(DONE), false);
    }

    private static String total(String expression) {
        return """
                CREATE OR REPLACE FUNCTION public.total(order_id integer)
                 RETURNS numeric
                 LANGUAGE sql
                AS $function$ SELECT coalesce(%s, 0) FROM public.lines WHERE lines.order_id = $1 $function$
                """.formatted(expression);
    }

    private static TreeMap<String, Values> changes(String name, String expected, String actual) {
        return new TreeMap<>(Map.of(name, values(expected, actual)));
    }

    private static Values values(String expected, String actual) {
        return new Values(Optional.of(expected), Optional.of(actual));
    }

    private static Values extra(String actual) {
        return new Values(Optional.empty(), Optional.of(actual));
    }
}
