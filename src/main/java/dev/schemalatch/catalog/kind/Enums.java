package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Safety;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Enumerated types with their values in order. */
final class Enums implements Kind {

    private static final Pattern VALUE = Pattern.compile("E?'(?:[^']|'')*+'");

    @Override
    public String name() {
        return "enumerated types";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'type' AS type, n.identity || '.' || pg_catalog.quote_ident(t.typname) AS identity, n.name AS schema,
                       LEAST(pg_catalog.age(t.xmin), l.age) AS age, 'enum' AS form, l."values"
                FROM pg_catalog.pg_type t JOIN namespace n ON n.oid = t.typnamespace
                LEFT JOIN (SELECT v.enumtypid, min(pg_catalog.age(v.xmin)) AS age,
                                  string_agg(pg_catalog.quote_literal(v.enumlabel), ', ' ORDER BY v.enumsortorder) AS "values"
                           FROM pg_catalog.pg_enum v GROUP BY v.enumtypid) l ON l.enumtypid = t.oid
                WHERE t.typtype = 'e'
                  AND t.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_type'::pg_catalog.regclass)
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return TypeForm.ENUM.of(object);
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        return List.of(create(object));
    }

    private static Statement create(CatalogObject object) {
        var values = object.attribute("values").orElse("");
        return Statement.of("CREATE TYPE %s AS ENUM (%s)".formatted(object.key().identity(), values));
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        if (edit.changes("form")) {
            return Optional.empty();
        }
        var from = values(edit.from());
        var to = values(edit.to());
        var kept = to.stream().filter(from::contains).toList();
        if (kept.equals(from)) {
            return Optional.of(Alteration.of(added(edit.to(), from, to)));
        }
        if (from.size() == to.size()
                && IntStream.range(0, to.size())
                        .allMatch(i -> from.get(i).equals(to.get(i))
                                || !to.contains(from.get(i)) && !from.contains(to.get(i)))) {
            return Optional.of(Alteration.of(renamed(edit.to(), from, to)));
        }
        var gone = from.stream().filter(value -> !to.contains(value)).toList();
        return Optional.of(new TypeReplacement(edit, moved(edit, gone)).by(List.of(create(edit.to())), "text"));
    }

    private static ColumnMove moved(Edit edit, List<String> gone) {
        var columns = ColumnMove.of(edit, edit.to().key());
        return gone.isEmpty()
                ? columns
                : columns.unless(new ColumnMove.Obstacle(
                        "values that %s shall no longer have"
                                .formatted(edit.to().key().identity()),
                        "v::pg_catalog.text IN (%s)".formatted(String.join(", ", gone))));
    }

    private static List<String> values(CatalogObject object) {
        return VALUE.matcher(object.attribute("values").orElse(""))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** A value at the end needs no neighbour; one before the first has none but that; every other follows another. */
    private static List<Statement> added(CatalogObject object, List<String> from, List<String> to) {
        var statements = new ArrayList<Statement>();
        for (var i = 0; i < to.size(); i++) {
            var value = to.get(i);
            if (from.contains(value)) {
                continue;
            }
            var last = to.subList(i, to.size()).stream().noneMatch(from::contains);
            var place = last ? "" : i == 0 ? " BEFORE " + from.getFirst() : " AFTER " + to.get(i - 1);
            statements.add(Statement.of("ALTER TYPE " + object.key().identity() + " ADD VALUE " + value + place));
        }
        return statements;
    }

    private static List<Statement> renamed(CatalogObject object, List<String> from, List<String> to) {
        return IntStream.range(0, to.size())
                .filter(i -> !from.get(i).equals(to.get(i)))
                .mapToObj(i -> Statement.of("ALTER TYPE %s RENAME VALUE %s TO %s"
                                .formatted(object.key().identity(), from.get(i), to.get(i)))
                        .being(Safety.NeedsBackup))
                .toList();
    }
}
