package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Probe;
import dev.schemalatch.ddl.Safety;
import dev.schemalatch.ddl.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks which rows a constraint does not suffer. */
record ConstraintProbe(CatalogObject constraint, ConstraintDefinition definition) {

    /** A statement that has PostgreSQL look at the rows, with what that takes. */
    Statement on(Statement statement) {
        var locking = statement.locking(definition.foreignKey() ? Lock.ShareRowExclusive : Lock.AccessExclusive);
        if (!definition.valid()) {
            return locking;
        }
        var reading = locking.being(Safety.Locks);
        return probe().map(reading::unless).orElse(reading);
    }

    private Optional<Probe> probe() {
        var core = definition.core();
        if (core.contains("WITHOUT OVERLAPS") || core.contains("PERIOD ")) {
            return Optional.empty();
        }
        if (core.startsWith("PRIMARY KEY ") || core.startsWith("UNIQUE ")) {
            return Optional.of(duplicates(Names.bracket(core).inside()));
        }
        if (core.startsWith("CHECK ")) {
            var condition = Names.bracket(core).inside();
            return Optional.of(new Probe(
                    "rows in %s that violate %s".formatted(table(), Constraints.nameOf(constraint)),
                    "SELECT count(*) FROM %s WHERE NOT (%s)".formatted(table(), condition)));
        }
        return definition.foreignKey() ? Optional.of(orphans(core)) : Optional.empty();
    }

    private Probe duplicates(String columns) {
        var missing =
                Names.split(columns).stream().map(name -> name + " IS NULL").collect(Collectors.joining(" OR "));
        var known =
                Names.split(columns).stream().map(name -> name + " IS NOT NULL").collect(Collectors.joining(" AND "));
        if (definition.core().startsWith("PRIMARY KEY ")) {
            return new Probe(
                    "duplicates or nulls of (%s) in %s".formatted(columns, table()),
                    "SELECT count(*) FROM (SELECT FROM %s GROUP BY %s HAVING count(*) > 1 OR %s) AS d"
                            .formatted(table(), columns, missing));
        }
        var where = definition.core().startsWith("UNIQUE NULLS NOT DISTINCT ") ? "" : " WHERE " + known;
        return new Probe(
                "duplicates of (%s) in %s".formatted(columns, table()),
                "SELECT count(*) FROM (SELECT FROM %s%s GROUP BY %s HAVING count(*) > 1) AS d"
                        .formatted(table(), where, columns));
    }

    private Probe orphans(String core) {
        var referencing = Names.bracket(core);
        var target = referencing.after().substring(" REFERENCES ".length());
        var referenced = Names.bracket(target);
        var columns = Names.split(referencing.inside());
        var keys = Names.split(referenced.inside());
        var match = IntStream.range(0, columns.size())
                .mapToObj(at -> "r.%s = t.%s".formatted(keys.get(at), columns.get(at)))
                .collect(Collectors.joining(" AND "));
        var known = known(columns, referenced.after().startsWith(" MATCH FULL") ? " OR " : " AND ");
        var table = target.substring(0, target.indexOf('('));
        return new Probe(
                "rows in %s without their %s".formatted(table(), table),
                "SELECT count(*) FROM %s AS t WHERE (%s) AND NOT EXISTS (SELECT FROM %s AS r WHERE %s)"
                        .formatted(table(), known, table, match));
    }

    private static String known(List<String> columns, String by) {
        return columns.stream().map(name -> "t." + name + " IS NOT NULL").collect(Collectors.joining(by));
    }

    private String table() {
        return Constraints.table(constraint);
    }
}
