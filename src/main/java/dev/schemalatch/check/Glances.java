package dev.schemalatch.check;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.history.History;
import dev.schemalatch.postgres.Postgres;
import dev.schemalatch.postgres.SchemaSignature;
import dev.schemalatch.postgres.Session;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads history rows and a signature of the schema, and nothing more. */
final class Glances {

    private final Postgres postgres;

    Glances(Postgres postgres) {
        this.postgres = postgres;
    }

    Glance glance(CheckRequest request, Deadline deadline) {
        var files = new TreeMap<>(Others.read(request).files());
        files.put(Glance.OWN, Finding.of(() -> Delivery.read(request.migrations(), request.choice())));
        return postgres.read(
                request.database(),
                "schemalatch/" + request.name(),
                deadline.left(),
                session -> new Glance(histories(session, request, files), SchemaSignature.of(session)));
    }

    private static SortedMap<String, Finding<History>> histories(
            Session session, CheckRequest request, SortedMap<String, Finding<Delivery>> files) {
        var projects = files.values().stream()
                .flatMap(delivered -> delivered.known().stream())
                .map(Delivery::project)
                .toList();
        var reader = new LedgerReader(session, request, projects);
        return switch (settled(reader, files)) {
            case Finding.Unknown<Shipped>(Failure why) ->
                every(files, delivered -> {
                    throw new FailedException(why);
                });
            case Finding.Known<Shipped>(Shipped own) -> {
                var ledger = reader.ledger(own.tool());
                yield every(files, delivered -> ledger.against(delivered.of(own.tool())));
            }
        };
    }

    private static SortedMap<String, Finding<History>> every(
            SortedMap<String, Finding<Delivery>> files, Function<Delivery, History> against) {
        var histories = new TreeMap<String, Finding<History>>();
        files.forEach((id, delivered) -> histories.put(id, delivered.then(against)));
        return histories;
    }

    /** By the request's own files, which come first; by the others where those cannot be read. */
    private static Finding<Shipped> settled(LedgerReader reader, SortedMap<String, Finding<Delivery>> files) {
        return files.values().stream()
                .filter(delivered -> delivered.known().isPresent())
                .findFirst()
                .orElseGet(() -> files.get(files.firstKey()))
                .then(reader::settle);
    }
}
