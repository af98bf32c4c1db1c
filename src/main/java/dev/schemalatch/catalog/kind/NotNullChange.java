package dev.schemalatch.catalog.kind;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Probe;
import dev.schemalatch.ddl.Safety;
import dev.schemalatch.ddl.Sql;
import dev.schemalatch.ddl.Statement;
import java.util.ArrayList;
import java.util.List;

/** Has a column take NULL, or no longer, or by another constraint. */
record NotNullChange(Column from, Column to) {

    List<Statement> statements() {
        var is = from.notNull();
        var shall = to.notNull();
        if (!shall.set()) {
            return List.of(drop());
        }
        if (!is.set()) {
            return List.of(shall.plain() ? setNotNull() : add());
        }
        var statements = new ArrayList<Statement>();
        if (is.inherit() != shall.inherit() || is.valid() && !shall.valid()) {
            return List.of(drop(), shall.plain() ? setNotNull() : add());
        }
        if (!is.name().equals(shall.name())) {
            statements.add(Statement.of("%s RENAME CONSTRAINT %s TO %s"
                            .formatted(
                                    to.alterTable(),
                                    is.name().orElseGet(this::generatedName),
                                    shall.name().orElseGet(this::generatedName)))
                    .locking(Lock.AccessExclusive));
        }
        if (!is.valid() && shall.valid()) {
            statements.add(setNotNull());
        }
        return statements;
    }

    private Statement drop() {
        return Statement.of(to.alter("DROP NOT NULL")).locking(Lock.AccessExclusive);
    }

    private Statement setNotNull() {
        return reading(Statement.of(to.alter("SET NOT NULL")));
    }

    private Statement add() {
        var statement = Statement.of(to.alterTable() + " ADD " + to.notNull().constraint(to.name()));
        return to.notNull().valid() ? reading(statement) : statement.locking(Lock.AccessExclusive);
    }

    private Statement reading(Statement statement) {
        return statement.locking(Lock.AccessExclusive).being(Safety.Locks).unless(nulls());
    }

    private Probe nulls() {
        var table = to.table().identity();
        return new Probe(
                "nulls in %s.%s".formatted(table, to.name()),
                "SELECT count(*) FROM %s WHERE %s IS NULL".formatted(table, to.name()));
    }

    /** The name that PostgreSQL gives: as much of the table's and the column's as fits. */
    private String generatedName() {
        var table = Column.unquoted(Column.lastOf(to.table().identity()));
        var column = Column.unquoted(to.name());
        while (table.getBytes(UTF_8).length + column.getBytes(UTF_8).length + "__not_null".length() > 63) {
            if (table.getBytes(UTF_8).length > column.getBytes(UTF_8).length) {
                table = table.substring(0, table.length() - 1);
            } else {
                column = column.substring(0, column.length() - 1);
            }
        }
        return Sql.name(table + "_" + column + "_not_null");
    }
}
