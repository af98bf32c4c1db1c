package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Sql;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;
import java.util.Optional;

/**
 * What COMMENT ON has said. The server's own stay out: of extensions and their members, and the one that every new
 * database's schema public has.
 */
final class Comments implements Trait {

    /**
     * PostgreSQL identifies objects one by one: it is asked only for those with a comment, and for none of the 5,000 of its
     * own, whose numbers are below 16384. A composite type's comment hangs on the type, all else that it is on the relation.
     * What partitions have from their parents (indexes, constraints, triggers) is no object here.
     */
    private static final String SELECT = """
            , described AS MATERIALIZED (
              SELECT d.* FROM pg_catalog.pg_description d WHERE d.objoid >= 16384
              UNION ALL
              SELECT d.* FROM pg_catalog.pg_description d JOIN pg_catalog.pg_namespace s ON s.oid = d.objoid
              WHERE d.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND s.nspname = 'public' AND s.oid < 16384
                AND d.description <> 'standard public schema'
            ), commented AS (
              SELECT d.classoid, d.objoid, d.objsubid, d.description AS comment, NULLIF(k.contypid, 0) AS domain,
                     COALESCE(i.indrelid, NULLIF(k.conrelid, 0), t.tgrelid, w.ev_class, p.polrelid, y.typrelid,
                              CASE WHEN d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass THEN d.objoid END) AS host,
                     y.oid IS NULL AND d.classoid <> 'pg_catalog.pg_class'::pg_catalog.regclass OR i.indrelid IS NOT NULL
                       OR d.objsubid > 0 AS part
              FROM described d
              LEFT JOIN pg_catalog.pg_index i
                ON d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND i.indexrelid = d.objoid
              LEFT JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
              LEFT JOIN pg_catalog.pg_constraint k
                ON d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND k.oid = d.objoid
              LEFT JOIN pg_catalog.pg_trigger t
                ON d.classoid = 'pg_catalog.pg_trigger'::pg_catalog.regclass AND t.oid = d.objoid
              LEFT JOIN pg_catalog.pg_rewrite w
                ON d.classoid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND w.oid = d.objoid
              LEFT JOIN pg_catalog.pg_policy p
                ON d.classoid = 'pg_catalog.pg_policy'::pg_catalog.regclass AND p.oid = d.objoid
              LEFT JOIN pg_catalog.pg_type y
                ON d.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass AND y.oid = d.objoid AND y.typtype = 'c'
              WHERE d.classoid <> 'pg_catalog.pg_extension'::pg_catalog.regclass
                AND ic.relispartition IS NOT TRUE AND COALESCE(t.tgparentid, 0) = 0 AND COALESCE(k.conparentid, 0) = 0
                AND COALESCE(k.contype <> 'n' AND k.coninhcount = 0, true)
            )
            SELECT CASE WHEN d.part OR r.oid IS NULL THEN o.type ELSE r.type END AS type,
                   CASE WHEN d.part OR r.oid IS NULL THEN o.identity ELSE r.identity END AS identity,
                   COALESCE(n.name, r.schema) AS schema,
                   CASE WHEN d.part THEN r.type END AS within_type, CASE WHEN d.part THEN r.identity END AS within_identity,
                   d.comment
            FROM commented d LEFT JOIN relation r ON r.oid = d.host,
            LATERAL pg_catalog.pg_identify_object(d.classoid, d.objoid, d.objsubid) o
            LEFT JOIN namespace n ON n.identity = o.schema
            WHERE (r.oid IS NOT NULL OR d.host IS NULL) AND (n.oid IS NOT NULL OR o.schema IS NULL)
              AND (d.classoid, d.objoid) NOT IN (SELECT e.classid, e.objid FROM member e)
              AND COALESCE(d.domain, 0) NOT IN (SELECT e.objid FROM member e
                                                WHERE e.classid = 'pg_catalog.pg_type'::pg_catalog.regclass)
            """;

    @Override
    public String name() {
        return "comments";
    }

    @Override
    public String attribute() {
        return "comment";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query(SELECT);
    }

    @Override
    public List<Statement> change(String called, CatalogObject object, Optional<String> from, Optional<String> to) {
        return List.of(
                Statement.of("COMMENT ON " + called + " IS " + to.map(Sql::text).orElse("NULL"))
                        .locking(Lock.ShareUpdateExclusive));
    }
}
