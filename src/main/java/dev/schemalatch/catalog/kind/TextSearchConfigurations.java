package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Text search configurations, with the dictionaries that each kind of token is looked up in. */
final class TextSearchConfigurations implements Kind {

    private static final String WITH = " WITH ";

    @Override
    public String name() {
        return "text search configurations";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                , mapping AS (
                  SELECT m.mapcfg, min(pg_catalog.age(m.xmin)) AS age,
                         pg_catalog.quote_ident(k.alias) || ' WITH '
                           || string_agg(m.mapdict::pg_catalog.regdictionary::text, ', ' ORDER BY m.mapseqno) AS spelled
                  FROM pg_catalog.pg_ts_config_map m JOIN pg_catalog.pg_ts_config c ON c.oid = m.mapcfg
                  JOIN namespace n ON n.oid = c.cfgnamespace,
                  LATERAL pg_catalog.ts_token_type(c.cfgparser) k
                  WHERE k.tokid = m.maptokentype
                  GROUP BY m.mapcfg, k.alias
                )
                SELECT 'text search configuration' AS type, n.identity || '.' || pg_catalog.quote_ident(c.cfgname) AS identity,
                       n.name AS schema, LEAST(pg_catalog.age(c.xmin), m.age) AS age,
                       pg_catalog.quote_ident(s.nspname) || '.' || pg_catalog.quote_ident(p.prsname) AS parser, m.mappings
                FROM pg_catalog.pg_ts_config c JOIN namespace n ON n.oid = c.cfgnamespace
                JOIN pg_catalog.pg_ts_parser p ON p.oid = c.cfgparser
                JOIN pg_catalog.pg_namespace s ON s.oid = p.prsnamespace
                LEFT JOIN (SELECT mapcfg, min(age) AS age, string_agg(spelled, '; ' ORDER BY spelled COLLATE "C") AS mappings
                           FROM mapping GROUP BY mapcfg) m ON m.mapcfg = c.oid
                WHERE c.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_ts_config'::pg_catalog.regclass)
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("text search configuration");
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var statements = new ArrayList<Statement>();
        var parser = object.attribute("parser").orElseThrow();
        statements.add(Statement.of("CREATE %s (PARSER = %s)".formatted(called(object), parser)));
        mappings(object).forEach((token, dictionaries) -> statements.add(mapping(object, "ADD", token + dictionaries)));
        return statements;
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        if (edit.changes("parser")) {
            return Optional.empty();
        }
        var from = mappings(edit.from());
        var to = mappings(edit.to());
        var statements = new ArrayList<Statement>();
        from.keySet().stream()
                .filter(token -> !to.containsKey(token))
                .forEach(token -> statements.add(mapping(edit.to(), "DROP", token)));
        to.forEach((token, dictionaries) -> {
            if (!from.containsKey(token)) {
                statements.add(mapping(edit.to(), "ADD", token + dictionaries));
            } else if (!dictionaries.equals(from.get(token))) {
                statements.add(mapping(edit.to(), "ALTER", token + dictionaries));
            }
        });
        return Optional.of(Alteration.of(statements));
    }

    private Statement mapping(CatalogObject object, String verb, String mapping) {
        return Statement.of("ALTER %s %s MAPPING FOR %s".formatted(called(object), verb, mapping));
    }

    /** By token, {@code WITH} its dictionaries. */
    private static TreeMap<String, String> mappings(CatalogObject configuration) {
        var mappings = new TreeMap<String, String>();
        configuration.attribute("mappings").stream()
                .flatMap(all -> Stream.of(all.split("; ")))
                .forEach(mapping -> {
                    var with = mapping.indexOf(WITH);
                    mappings.put(mapping.substring(0, with), mapping.substring(with));
                });
        return mappings;
    }
}
