package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Safety;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Domains. That they allow no null is a fact of their own, whatever the name of the constraint that says so. */
final class Domains implements Kind {

    private static final Pattern LENGTH = Pattern.compile("(?:character|bit)(?: varying)?\\((\\d+)\\)");

    @Override
    public String name() {
        return "domains";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'type' AS type, n.identity || '.' || pg_catalog.quote_ident(t.typname) AS identity, n.name AS schema,
                       pg_catalog.age(t.xmin) AS age, 'domain' AS form,
                       pg_catalog.format_type(t.typbasetype, t.typtypmod) AS base_type,
                       CASE WHEN t.typcollation <> b.typcollation THEN t.typcollation::pg_catalog.regcollation::text
                       END AS collation,
                       pg_catalog.pg_get_expr(t.typdefaultbin, 'pg_catalog.pg_type'::pg_catalog.regclass) AS "default",
                       CASE WHEN t.typnotnull THEN 'true' END AS not_null
                FROM pg_catalog.pg_type t JOIN namespace n ON n.oid = t.typnamespace
                JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype
                WHERE t.typtype = 'd'
                  AND t.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_type'::pg_catalog.regclass)
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return TypeForm.DOMAIN.of(object);
    }

    @Override
    public String called(CatalogObject object) {
        return "DOMAIN " + object.key().identity();
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var valid = new ArrayList<String>();
        var later = new ArrayList<Statement>();
        for (var part : surroundings.parts(object.key())) {
            if (DomainConstraints.valid(part)) {
                valid.add(" " + DomainConstraints.spelled(part));
            } else {
                later.add(Statement.of("ALTER %s ADD %s".formatted(called(object), DomainConstraints.spelled(part))));
            }
        }
        later.addFirst(create(object, String.join("", valid)));
        return later;
    }

    private static Statement create(CatalogObject object, String constraints) {
        return Statement.of("CREATE DOMAIN %s AS %s%s%s%s%s"
                .formatted(
                        object.key().identity(),
                        baseType(object),
                        object.attribute("collation")
                                .map(name -> " COLLATE " + name)
                                .orElse(""),
                        object.attribute("default").map(is -> " DEFAULT " + is).orElse(""),
                        object.attribute("not_null").map(is -> " NOT NULL").orElse(""),
                        constraints));
    }

    /** Once an array of a domain is in use, PostgreSQL lets nobody add a constraint. */
    @Override
    public boolean brings(CatalogObject part) {
        return part.key().type().equals("domain constraint");
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        if (edit.changes("form")) {
            return Optional.empty();
        }
        if (edit.changes("base_type") || edit.changes("collation")) {
            return Optional.of(replaced(edit));
        }
        var statements = new ArrayList<Statement>();
        var alter = "ALTER " + called(edit.to());
        if (edit.changes("default")) {
            statements.add(Statement.of(
                    alter + edit.to("default").map(is -> " SET DEFAULT " + is).orElse(" DROP DEFAULT")));
        }
        if (edit.changes("not_null")) {
            statements.add(
                    edit.to("not_null").isPresent()
                            ? DomainRows.of(edit.before(), edit.to())
                                    .checked(alter + " SET NOT NULL", "nulls", "v IS NULL")
                            : Statement.of(alter + " DROP NOT NULL"));
        }
        return Optional.of(Alteration.of(statements));
    }

    private Alteration replaced(Edit edit) {
        var columns = ColumnMove.of(edit, edit.to().key()).being(Safety.NeedsBackup);
        var length = LENGTH.matcher(baseType(edit.to()));
        var moved = length.matches()
                ? columns.unless(new ColumnMove.Obstacle(
                        "values longer than " + length.group(1),
                        "pg_catalog.length(v::pg_catalog.text) > " + length.group(1)))
                : columns;
        return new TypeReplacement(edit, moved).by(List.of(create(edit.to(), "")), baseType(edit.to()));
    }

    private static String baseType(CatalogObject domain) {
        return domain.attribute("base_type").orElseThrow();
    }
}
