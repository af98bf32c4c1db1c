package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Safety;
import dev.schemalatch.ddl.Sql;
import dev.schemalatch.ddl.Statement;
import java.util.ArrayList;
import java.util.List;

/** Puts another range type under columns: what the type brought beside itself has to step aside too. */
final class RangeReplacement {

    private static final String ASIDE = Sql.name("(multirange before)");
    private static final String FUNCTION_ASIDE = Sql.name("(range before)");

    private RangeReplacement() {}

    static Alteration of(Edit edit, ColumnMove ranges, List<Statement> create) {
        var multirange = multirange(edit.from());
        var statements = new ArrayList<>(constructors(edit.from()));
        statements.add(Statement.of("ALTER TYPE %s RENAME TO %s".formatted(multirange, ASIDE)));
        var made = new ArrayList<>(create);
        if (multirange.equals(multirange(edit.to()))) {
            made.addAll(ColumnMove.of(edit, new ObjectKey("type", multirange))
                    .being(Safety.NeedsBackup)
                    .over("text"));
        }
        statements.addAll(new TypeReplacement(edit, ranges).by(made, "text").statements());
        return Alteration.around(statements);
    }

    /** They are called like the types, and keep their names when the types are given others. */
    private static List<Statement> constructors(CatalogObject range) {
        var type = range.key().identity();
        var subtype = range.attribute("subtype").orElseThrow();
        var multirange = multirange(range);
        return List.of(
                renamed("%s(%s, %s)".formatted(type, subtype, subtype), FUNCTION_ASIDE),
                renamed("%s(%s, %s, text)".formatted(type, subtype, subtype), FUNCTION_ASIDE),
                renamed(multirange + "()", ASIDE),
                renamed("%s(%s)".formatted(multirange, type), ASIDE),
                renamed("%s(%s[])".formatted(multirange, type), ASIDE));
    }

    private static Statement renamed(String function, String name) {
        return Statement.of("ALTER FUNCTION %s RENAME TO %s".formatted(function, name));
    }

    private static String multirange(CatalogObject range) {
        return range.attribute("multirange_type_name").orElseThrow();
    }
}
