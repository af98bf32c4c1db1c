package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text search dictionaries; the order of their options is no fact. */
final class TextSearchDictionaries implements Kind {

    private static final String OPTION = "(\"(?:[^\"]|\"\")*\"|[^\" ,]+) = (E?'(?:[^']|'')*'|[^', ]+)";

    private static final Pattern OPTIONS = Pattern.compile(OPTION);

    @Override
    public String name() {
        return "text search dictionaries";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'text search dictionary' AS type, n.identity || '.' || pg_catalog.quote_ident(d.dictname) AS identity,
                       n.name AS schema, pg_catalog.age(d.xmin) AS age,
                       pg_catalog.quote_ident(s.nspname) || '.' || pg_catalog.quote_ident(t.tmplname) AS template,
                       (SELECT string_agg(o[1] || ' = ' || o[2], ', ' ORDER BY o[1] COLLATE "C")
                        FROM pg_catalog.regexp_matches(d.dictinitoption, $option$OPTION$option$, 'g') o) AS options
                FROM pg_catalog.pg_ts_dict d JOIN namespace n ON n.oid = d.dictnamespace
                JOIN pg_catalog.pg_ts_template t ON t.oid = d.dicttemplate
                JOIN pg_catalog.pg_namespace s ON s.oid = t.tmplnamespace
                WHERE d.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_ts_dict'::pg_catalog.regclass)
                """.replace("OPTION", OPTION));
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("text search dictionary");
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        return List.of(Statement.of("CREATE TEXT SEARCH DICTIONARY %s (TEMPLATE = %s%s)"
                .formatted(
                        object.key().identity(),
                        object.attribute("template").orElseThrow(),
                        object.attribute("options").map(all -> ", " + all).orElse(""))));
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        if (edit.changes("template")) {
            return Optional.empty();
        }
        var from = options(edit.from());
        var to = options(edit.to());
        from.keySet().removeAll(to.keySet());
        var changes = Stream.concat(
                        from.keySet().stream(), to.entrySet().stream().map(o -> o.getKey() + " = " + o.getValue()))
                .collect(Collectors.joining(", "));
        return Optional.of(Alteration.of(Statement.of("ALTER %s (%s)".formatted(called(edit.to()), changes))));
    }

    private static TreeMap<String, String> options(CatalogObject dictionary) {
        var options = new TreeMap<String, String>();
        OPTIONS.matcher(dictionary.attribute("options").orElse(""))
                .results()
                .forEach(option -> options.put(option.group(1), option.group(2)));
        return options;
    }
}
