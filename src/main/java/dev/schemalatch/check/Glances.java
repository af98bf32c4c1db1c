package dev.schemalatch.check;

import dev.schemalatch.failure.Finding;
import dev.schemalatch.history.History;
import dev.schemalatch.postgres.Postgres;
import dev.schemalatch.postgres.SchemaSignature;
import dev.schemalatch.postgres.Session;
import dev.schemalatch.tool.MigrationTool;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads history rows and a signature of the schema, and nothing more. */
final class Glances {

    private final Postgres postgres;

    Glances(Postgres postgres) {
        this.postgres = postgres;
    }

    Glance glance(CheckRequest request, Deadline deadline) {
        var files = new TreeMap<>(Others.read(request).files());
        files.put(Glance.OWN, Finding.of(() -> Shipped.read(request.migrations(), request.tool())));
        return postgres.read(
                request.database(),
                "schemalatch/" + request.name(),
                deadline.left(),
                session -> new Glance(histories(session, request, files), SchemaSignature.of(session)));
    }

    private static SortedMap<String, Finding<History>> histories(
            Session session, CheckRequest request, SortedMap<String, Finding<Shipped>> files) {
        var ledger = tool(files).map(tool -> new LedgerReader(session, request, tool).ledger());
        var histories = new TreeMap<String, Finding<History>>();
        files.forEach((id, shipped) ->
                histories.put(id, shipped.then(known -> ledger.orElseThrow().against(known))));
        return histories;
    }

    /** Of the request's own files, which come first; of the others where those cannot be read. */
    private static Optional<MigrationTool> tool(SortedMap<String, Finding<Shipped>> files) {
        return files.values().stream()
                .flatMap(shipped -> shipped.known().stream())
                .map(Shipped::tool)
                .findFirst();
    }
}
