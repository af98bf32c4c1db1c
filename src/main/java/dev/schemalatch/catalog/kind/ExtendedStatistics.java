package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Extended statistics as they are defined, in whatever order columns were named; what they have gathered is data. */
final class ExtendedStatistics implements Kind {

    private static final String TYPE = "statistics object";

    @Override
    public String name() {
        return "extended statistics";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'statistics object' AS type, n.identity || '.' || pg_catalog.quote_ident(s.stxname) AS identity,
                       n.name AS schema, r.type AS within_type, r.identity AS within_identity, pg_catalog.age(s.xmin) AS age,
                       concat_ws(', ', CASE WHEN 'd' = ANY (s.stxkind) THEN 'ndistinct' END,
                                 CASE WHEN 'f' = ANY (s.stxkind) THEN 'dependencies' END,
                                 CASE WHEN 'm' = ANY (s.stxkind) THEN 'mcv' END) AS kinds,
                       array_to_string(ARRAY(SELECT pg_catalog.quote_ident(a.attname) FROM pg_catalog.pg_attribute a
                                             WHERE a.attrelid = s.stxrelid AND a.attnum = ANY (s.stxkeys)
                                             ORDER BY a.attname)
                                       || ARRAY(SELECT '(' || x || ')'
                                                FROM unnest(pg_catalog.pg_get_statisticsobjdef_expressions(s.oid)) x
                                                ORDER BY x), ', ') AS expressions,
                       NULLIF(s.stxstattarget, -1) AS statistics_target
                FROM pg_catalog.pg_statistic_ext s JOIN namespace n ON n.oid = s.stxnamespace
                JOIN relation r ON r.oid = s.stxrelid
                WHERE s.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass)
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals(TYPE);
    }

    @Override
    public String called(CatalogObject object) {
        return "STATISTICS " + object.key().identity();
    }

    /** Gathers nothing yet: the next ANALYZE does. */
    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var kinds = object.attribute("kinds").map(list -> " (" + list + ")").orElse("");
        var statements = new ArrayList<Statement>();
        statements.add(Statement.of("CREATE %s%s ON %s FROM %s"
                        .formatted(
                                called(object),
                                kinds,
                                object.attribute("expressions").orElseThrow(),
                                object.within().orElseThrow().identity()))
                .locking(Lock.ShareUpdateExclusive));
        if (object.attribute("statistics_target").isPresent()) {
            statements.add(target(object));
        }
        return statements;
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        var only = edit.attributes().size() == 1 && edit.changes("statistics_target");
        return only ? Optional.of(Alteration.of(target(edit.to()))) : Optional.empty();
    }

    private Statement target(CatalogObject object) {
        return Statement.of("ALTER " + called(object) + " SET STATISTICS "
                + object.attribute("statistics_target").orElse("-1"));
    }
}
