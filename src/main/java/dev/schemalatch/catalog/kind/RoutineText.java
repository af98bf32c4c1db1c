package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.Nesting;
import dev.schemalatch.ddl.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What stands behind CREATE, for functions and procedures. */
final class RoutineText {

    private final CatalogObject routine;
    private final List<String> lines = new ArrayList<>();

    private RoutineText(CatalogObject routine) {
        this.routine = routine;
    }

    static String of(CatalogObject routine, boolean procedure) {
        var text = new RoutineText(routine);
        text.head(procedure ? "PROCEDURE " : "FUNCTION ");
        if (!procedure) {
            text.whatFunctionsAlone();
        }
        text.add("security", security -> "SECURITY " + security.toUpperCase(Locale.ROOT));
        text.add("settings", settings -> settings);
        text.body();
        return String.join("\n ", text.lines);
    }

    private void head(String word) {
        var identity = routine.key().identity();
        var name = identity.substring(0, Nesting.find(identity, "("));
        lines.add(word + name + "(" + routine.attribute("arguments").orElse("") + ")");
        add("result", "RETURNS "::concat);
        add("language", "LANGUAGE "::concat);
        add("transforms", "TRANSFORM "::concat);
    }

    private void whatFunctionsAlone() {
        add("window", window -> "WINDOW");
        add("volatility", volatility -> volatility.toUpperCase(Locale.ROOT));
        add("leakproof", leakproof -> "LEAKPROOF");
        add("strict", strict -> "STRICT");
        add("parallel", parallel -> "PARALLEL " + parallel.toUpperCase(Locale.ROOT));
        add("cost", "COST "::concat);
        add("rows", "ROWS "::concat);
        add("support", "SUPPORT "::concat);
    }

    private void body() {
        lines.add(routine.attribute("sql_body").orElseGet(this::quotedBody));
    }

    private String quotedBody() {
        var body = routine.attribute("body").orElse("");
        return "AS "
                + routine.attribute("library")
                        .map(library -> Sql.text(library) + ", " + Sql.text(body))
                        .orElseGet(() -> dollarQuoted(body));
    }

    private static String dollarQuoted(String body) {
        var quote = "$$";
        for (var number = 0; (body + quote).indexOf(quote) < body.length(); number++) {
            quote = "$body" + number + "$";
        }
        return quote + body + quote;
    }

    private void add(String attribute, UnaryOperator<String> clause) {
        routine.attribute(attribute).map(clause).ifPresent(lines::add);
    }
}
