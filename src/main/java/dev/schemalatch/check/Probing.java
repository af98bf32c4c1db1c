package dev.schemalatch.check;

import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.ddl.Probe;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.postgres.Postgres;
import dev.schemalatch.remedy.Plan;
import dev.schemalatch.remedy.Step;
import dev.schemalatch.sql.Query;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Counts the rows that would be in the way of a repair: in the database itself, read-only, each count within its time. */
final class Probing {

    /** Of one count, on a database in use. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Postgres postgres;

    Probing(Postgres postgres) {
        this.postgres = postgres;
    }

    Plan probe(Plan plan, ConnectionSettings database, String name, Deadline deadline) {
        return plan.with(probes(plan).stream()
                .map(probe -> new Plan.Count(probe, count(probe, database, name, deadline)))
                .toList());
    }

    private static List<Probe> probes(Plan plan) {
        return plan.repair().dependingOnRows().stream()
                .map(Step::statement)
                .map(Statement::probe)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private OptionalLong count(Probe probe, ConnectionSettings database, String name, Deadline deadline) {
        var left = deadline.left();
        var time = left.compareTo(LONGEST) < 0 ? left : LONGEST;
        try {
            return postgres.read(database, "schemalatch/" + name, time, session -> session.rows(
                            Query.of("SELECT (" + probe.query() + ") AS found"))
                    .getFirst()
                    .number("found")
                    .map(OptionalLong::of)
                    .orElse(OptionalLong.empty()));
        } catch (FailedException uncounted) {
            return OptionalLong.empty();
        }
    }
}
