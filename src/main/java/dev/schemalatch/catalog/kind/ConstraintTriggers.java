package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Sql;
import dev.schemalatch.ddl.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The states of the triggers by which PostgreSQL keeps a constraint: they have names that nobody knows. */
record ConstraintTriggers(CatalogObject constraint) {

    /** @param shall {@code disabled on public.t}, and so on for each table whose triggers are not just enabled */
    List<Statement> become(Optional<String> is, Optional<String> shall) {
        if (is.equals(shall)) {
            return List.of();
        }
        var statements = new ArrayList<Statement>();
        var tables = new LinkedHashSet<String>();
        is.stream().flatMap(list -> Names.split(list).stream()).forEach(one -> tables.add(tableOf(one)));
        var wanted = shall.stream().flatMap(list -> Names.split(list).stream()).toList();
        wanted.forEach(one -> tables.add(tableOf(one)));
        for (var table : tables) {
            var word = wanted.stream()
                    .filter(one -> tableOf(one).equals(table))
                    .findFirst()
                    .map(ConstraintTriggers::action)
                    .orElse("ENABLE");
            statements.add(set(table, word));
        }
        return statements;
    }

    private Statement set(String table, String action) {
        return Statement.of("""
                        DO $$ DECLARE name text; BEGIN
                          FOR name IN SELECT t.tgname FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_constraint c ON c.oid = t.tgconstraint
                                      WHERE t.tgrelid = %1$s::pg_catalog.regclass AND c.conname = %2$s
                                        AND c.conrelid = %3$s::pg_catalog.regclass LOOP
                            EXECUTE pg_catalog.format('ALTER TABLE %%s %4$s TRIGGER %%I', %1$s, name);
                          END LOOP;
                        END $$""".formatted(
                                Sql.text(table),
                                Sql.text(Column.unquoted(Constraints.nameOf(constraint))),
                                Sql.text(Constraints.table(constraint)),
                                action))
                .locking(Lock.ShareRowExclusive)
                .bySuperuser();
    }

    private static String tableOf(String state) {
        return state.substring(state.indexOf(" on ") + " on ".length());
    }

    private static String action(String state) {
        var word = state.substring(0, state.indexOf(" on "));
        return word.equals("disabled") ? "DISABLE" : "ENABLE " + word.toUpperCase(Locale.ROOT);
    }
}
