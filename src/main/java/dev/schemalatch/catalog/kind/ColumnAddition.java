package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Probe;
import dev.schemalatch.ddl.Safety;
import dev.schemalatch.ddl.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Adds a column to a table that may have rows. */
record ColumnAddition(Column column, Blueprint after) {

    private static final Pattern CALL = Pattern.compile("[\\w\"]\\(");

    /** Functions that a rewrite is not needed for: they give the same for every row of a statement. */
    private static final Pattern STABLE =
            Pattern.compile("(now|transaction_timestamp|statement_timestamp|current_setting)\\(");

    List<Statement> statements() {
        var add = Statement.of(column.alterTable() + " ADD COLUMN " + column.definition())
                .locking(Lock.AccessExclusive)
                .being(rewrites() ? Safety.Rewrites : Safety.Safe);
        var statements = new ArrayList<Statement>();
        statements.add(hasToBeGiven() ? add.unless(rows()) : add);
        statements.addAll(new ColumnChange(column.defined(), column, after).statements());
        return statements;
    }

    private boolean rewrites() {
        var volatileDefault = column.fact("default")
                .map(value -> STABLE.matcher(value).replaceAll(""))
                .filter(value -> CALL.matcher(value).find())
                .isPresent();
        return volatileDefault
                || column.fact("identity_column").isPresent()
                || column.fact("generated").filter(value -> !column.virtual()).isPresent();
    }

    private boolean hasToBeGiven() {
        return column.notNull().set()
                && column.notNull().valid()
                && column.fact("default").isEmpty()
                && column.fact("generated").isEmpty()
                && column.fact("identity_column").isEmpty();
    }

    private Probe rows() {
        var table = column.table().identity();
        return new Probe("rows in " + table, "SELECT count(*) FROM " + table);
    }
}
