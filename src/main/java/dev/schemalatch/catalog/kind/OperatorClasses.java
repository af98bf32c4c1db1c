package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.ArrayList;
import java.util.List;

/** Operator classes, with the operators and functions that they cannot be without. */
final class OperatorClasses implements Kind {

    @Override
    public String name() {
        return "operator classes";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query(FamilyMembers.of("pg_catalog.pg_opclass") + """
                SELECT i.type, i.identity, n.name AS schema, LEAST(pg_catalog.age(c.xmin), o.age, p.age) AS age,
                       pg_catalog.format_type(c.opcintype, NULL) AS data_type,
                       CASE WHEN c.opcdefault THEN 'true' END AS "default",
                       pg_catalog.quote_ident(s.nspname) || '.' || pg_catalog.quote_ident(f.opfname) AS family,
                       CASE WHEN c.opckeytype <> 0 THEN pg_catalog.format_type(c.opckeytype, NULL) END AS storage,
                       o.members AS operators, p.members AS functions
                FROM pg_catalog.pg_opclass c JOIN namespace n ON n.oid = c.opcnamespace
                JOIN pg_catalog.pg_opfamily f ON f.oid = c.opcfamily
                JOIN pg_catalog.pg_namespace s ON s.oid = f.opfnamespace
                LEFT JOIN operators o ON o.owner = c.oid LEFT JOIN functions p ON p.owner = c.oid,
                LATERAL pg_catalog.pg_identify_object('pg_catalog.pg_opclass'::pg_catalog.regclass, c.oid, 0) i
                WHERE c.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_opclass'::pg_catalog.regclass)
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("operator class");
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var identity = object.key().identity();
        var using = identity.lastIndexOf(" USING ");
        var type = object.attribute("data_type").orElseThrow();
        var members = new ArrayList<>(FamilyMembers.of(object));
        object.attribute("storage").ifPresent(storage -> members.add("STORAGE " + storage));
        if (members.isEmpty()) {
            members.add("STORAGE " + type);
        }
        return List.of(Statement.of("CREATE OPERATOR CLASS %s%s FOR TYPE %s%s FAMILY %s AS %s"
                        .formatted(
                                identity.substring(0, using),
                                object.attribute("default")
                                        .map(is -> " DEFAULT")
                                        .orElse(""),
                                type,
                                identity.substring(using),
                                object.attribute("family").orElseThrow(),
                                String.join(", ", members)))
                .bySuperuser());
    }
}
