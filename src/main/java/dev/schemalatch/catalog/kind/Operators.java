package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Operators. Those that are only named as another's commutator or negator are not there yet: PostgreSQL fills them in when
 * they are made, so that it does not matter which of two comes first.
 */
final class Operators implements Kind {

    private static final List<String> OPTIONS =
            List.of("function", "leftarg", "rightarg", "commutator", "negator", "restrict", "join", "hashes", "merges");

    @Override
    public String name() {
        return "operators";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                , spelled AS (
                  SELECT o.oid, 'OPERATOR(' || pg_catalog.quote_ident(n.nspname) || '.' || o.oprname || ')' AS name
                  FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
                )
                SELECT i.type, i.identity, n.name AS schema, pg_catalog.age(o.xmin) AS age,
                       o.oprcode::text AS function,
                       CASE WHEN o.oprleft <> 0 THEN pg_catalog.format_type(o.oprleft, NULL) END AS leftarg,
                       CASE WHEN o.oprright <> 0 THEN pg_catalog.format_type(o.oprright, NULL) END AS rightarg,
                       c.name AS commutator, g.name AS negator,
                       NULLIF(o.oprrest, 0)::pg_catalog.regproc::text AS restrict,
                       NULLIF(o.oprjoin, 0)::pg_catalog.regproc::text AS "join",
                       CASE WHEN o.oprcanhash THEN 'true' END AS hashes,
                       CASE WHEN o.oprcanmerge THEN 'true' END AS merges
                FROM pg_catalog.pg_operator o JOIN namespace n ON n.oid = o.oprnamespace
                LEFT JOIN spelled c ON c.oid = o.oprcom
                LEFT JOIN spelled g ON g.oid = o.oprnegate,
                LATERAL pg_catalog.pg_identify_object('pg_catalog.pg_operator'::pg_catalog.regclass, o.oid, 0) i
                WHERE o.oprcode <> 0
                  AND o.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_operator'::pg_catalog.regclass)
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("operator");
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        return List.of(Statement.of(
                "CREATE OPERATOR %s (%s)".formatted(Signature.of(object).name(), Definition.of(object, OPTIONS))));
    }

    /** Estimators can be changed on every version. */
    @Override
    public Optional<Alteration> alter(Edit edit) {
        if (!Set.of("restrict", "join").containsAll(edit.attributes())) {
            return Optional.empty();
        }
        var set = Stream.of("restrict", "join")
                .filter(edit::changes)
                .map(name -> name + " = " + edit.to(name).orElse("NONE"))
                .collect(Collectors.joining(", "));
        return Optional.of(Alteration.of(Statement.of("ALTER %s SET (%s)".formatted(called(edit.to()), set))));
    }
}
