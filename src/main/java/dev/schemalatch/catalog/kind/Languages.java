package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;
import java.util.Optional;

/** Procedural languages that no extension brought. */
final class Languages implements Kind {

    @Override
    public String name() {
        return "languages";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'language' AS type, pg_catalog.quote_ident(l.lanname) AS identity, pg_catalog.age(l.xmin) AS age,
                       CASE WHEN l.lanpltrusted THEN 'true' END AS trusted,
                       NULLIF(l.lanplcallfoid, 0)::pg_catalog.regproc::text AS handler,
                       NULLIF(l.laninline, 0)::pg_catalog.regproc::text AS inline,
                       NULLIF(l.lanvalidator, 0)::pg_catalog.regproc::text AS validator
                FROM pg_catalog.pg_language l
                WHERE l.lanispl
                  AND l.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_language'::pg_catalog.regclass)
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("language");
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        return List.of(statement("CREATE", object));
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        return Optional.of(Alteration.of(statement("CREATE OR REPLACE", edit.to())));
    }

    private static Statement statement(String verb, CatalogObject object) {
        return Statement.of("%s%s LANGUAGE %s HANDLER %s%s%s"
                        .formatted(
                                verb,
                                object.attribute("trusted")
                                        .map(is -> " TRUSTED")
                                        .orElse(""),
                                object.key().identity(),
                                object.attribute("handler").orElseThrow(),
                                object.attribute("inline")
                                        .map(name -> " INLINE " + name)
                                        .orElse(""),
                                object.attribute("validator")
                                        .map(name -> " VALIDATOR " + name)
                                        .orElse("")))
                .bySuperuser();
    }
}
