package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Check constraints of domains; NOT NULL is a fact of the domain. */
final class DomainConstraints implements Kind {

    private static final String NOT_VALID = " NOT VALID";

    @Override
    public String name() {
        return "constraints of domains";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'domain constraint' AS type,
                       pg_catalog.quote_ident(k.conname) || ' on ' || n.identity || '.' || pg_catalog.quote_ident(t.typname) AS identity,
                       n.name AS schema, 'type' AS within_type,
                       n.identity || '.' || pg_catalog.quote_ident(t.typname) AS within_identity,
                       pg_catalog.age(k.xmin) AS age, pg_catalog.pg_get_constraintdef(k.oid) AS definition
                FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_type t ON t.oid = k.contypid
                JOIN namespace n ON n.oid = t.typnamespace
                WHERE k.contype = 'c'
                  AND t.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_type'::pg_catalog.regclass)
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("domain constraint");
    }

    @Override
    public String called(CatalogObject object) {
        return "CONSTRAINT %s ON DOMAIN %s"
                .formatted(named(object), domain(object).identity());
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var add = "%s ADD %s".formatted(alter(object), spelled(object));
        return List.of(valid(object) ? checked(add, surroundings, object, definition(object)) : Statement.of(add));
    }

    @Override
    public List<Statement> drop(CatalogObject object) {
        return List.of(Statement.of("%s DROP CONSTRAINT %s".formatted(alter(object), named(object))));
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        var from = definition(edit.from());
        var to = definition(edit.to());
        if (from.equals(to + NOT_VALID)) {
            var validate = "%s VALIDATE CONSTRAINT %s".formatted(alter(edit.to()), named(edit.to()));
            return Optional.of(Alteration.of(checked(validate, edit.before(), edit.to(), to)));
        }
        return Optional.of(
                Alteration.of(Stream.concat(drop(edit.from()).stream(), Ddl.create(edit.to(), edit.after()).stream())
                        .toList()));
    }

    /** In a query, the word VALUE of a definition is the name of a column. */
    private static Statement checked(String sql, Blueprint blueprint, CatalogObject constraint, String definition) {
        return blueprint
                .find(domain(constraint))
                .map(domain -> DomainRows.of(blueprint, domain)
                        .checked(
                                sql,
                                "violators of " + named(constraint),
                                "(SELECT %s FROM (SELECT v::%s AS value) AS c) IS FALSE"
                                        .formatted(
                                                definition.substring("CHECK ".length()),
                                                domain.attribute("base_type").orElseThrow())))
                .orElse(Statement.of(sql));
    }

    static boolean valid(CatalogObject constraint) {
        return !definition(constraint).endsWith(NOT_VALID);
    }

    /** As the definition of the domain has it. */
    static String spelled(CatalogObject constraint) {
        return "CONSTRAINT %s %s".formatted(named(constraint), definition(constraint));
    }

    private static String definition(CatalogObject constraint) {
        return constraint.attribute("definition").orElseThrow();
    }

    private static String alter(CatalogObject constraint) {
        return "ALTER DOMAIN " + domain(constraint).identity();
    }

    private static ObjectKey domain(CatalogObject constraint) {
        return constraint.within().orElseThrow();
    }

    private static String named(CatalogObject constraint) {
        var identity = constraint.key().identity();
        return identity.substring(
                0,
                identity.length()
                        - " on ".length()
                        - domain(constraint).identity().length());
    }
}
