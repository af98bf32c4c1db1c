package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Sql;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Transforms of types for procedural languages. They lie in no schema. */
final class Transforms implements Kind {

    private static final String LANGUAGE = " language ";

    @Override
    public String name() {
        return "transforms";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT i.type, i.identity, pg_catalog.age(t.xmin) AS age,
                       'FROM SQL WITH FUNCTION ' || NULLIF(t.trffromsql, 0)::pg_catalog.regprocedure AS from_sql,
                       'TO SQL WITH FUNCTION ' || NULLIF(t.trftosql, 0)::pg_catalog.regprocedure AS to_sql
                FROM pg_catalog.pg_transform t,
                LATERAL pg_catalog.pg_identify_object('pg_catalog.pg_transform'::pg_catalog.regclass, t.oid, 0) i
                WHERE t.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_transform'::pg_catalog.regclass)
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("transform");
    }

    /** Its identity has the language's name as it is stored, after {@code on language} in some versions. */
    @Override
    public String called(CatalogObject object) {
        var identity = object.key().identity();
        var language = identity.lastIndexOf(LANGUAGE);
        return "TRANSFORM %s%s%s"
                .formatted(
                        identity.substring(0, language).replaceFirst(" on$", ""),
                        LANGUAGE,
                        Sql.name(identity.substring(language + LANGUAGE.length())));
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        return List.of(statement("CREATE ", object));
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        return Optional.of(Alteration.of(statement("CREATE OR REPLACE ", edit.to())));
    }

    private Statement statement(String verb, CatalogObject object) {
        var functions = Stream.of("from_sql", "to_sql")
                .flatMap(name -> object.attribute(name).stream())
                .collect(Collectors.joining(", "));
        return Statement.of("%s%s (%s)".formatted(verb, called(object), functions));
    }
}
