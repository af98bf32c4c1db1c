package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Probe;
import dev.schemalatch.ddl.Safety;
import dev.schemalatch.ddl.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** The rows that PostgreSQL reads when a domain becomes stricter. */
record DomainRows(String domain, List<TypedColumn> columns) {

    static DomainRows of(Blueprint blueprint, CatalogObject domain) {
        var identity = domain.key().identity();
        return new DomainRows(identity, TypedColumn.ofTables(blueprint, identity));
    }

    /**
     * A statement that fails on some values.
     *
     * @param values which they are, for {@code nulls in columns of type public.email}
     * @param condition true for such a value {@code v}
     */
    Statement checked(String sql, String values, String condition) {
        var statement = Statement.of(sql);
        if (columns.isEmpty()) {
            return statement;
        }
        var counts = columns.stream()
                .map(column -> "(" + column.count(condition) + ")")
                .collect(Collectors.joining(" + "));
        return statement
                .locking(Lock.Share)
                .being(Safety.Locks)
                .unless(new Probe("%s in columns of type %s".formatted(values, domain), "SELECT " + counts));
    }
}
