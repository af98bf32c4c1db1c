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
import java.util.stream.Stream;

/** Operator families, with those operators and functions that none of their classes needs. */
final class OperatorFamilies implements Kind {

    @Override
    public String name() {
        return "operator families";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query(FamilyMembers.of("pg_catalog.pg_opfamily") + """
                SELECT i.type, i.identity, n.name AS schema,
                       LEAST(pg_catalog.age(f.xmin), o.age, p.age) AS age, o.members AS operators, p.members AS functions
                FROM pg_catalog.pg_opfamily f JOIN namespace n ON n.oid = f.opfnamespace
                LEFT JOIN operators o ON o.owner = f.oid LEFT JOIN functions p ON p.owner = f.oid,
                LATERAL pg_catalog.pg_identify_object('pg_catalog.pg_opfamily'::pg_catalog.regclass, f.oid, 0) i
                WHERE f.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_opfamily'::pg_catalog.regclass)
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("operator family");
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var statements = new ArrayList<Statement>();
        statements.add(Statement.of("CREATE " + called(object)).bySuperuser());
        statements.addAll(altered(object, "ADD", FamilyMembers.of(object)));
        return statements;
    }

    @Override
    public List<Statement> drop(CatalogObject object) {
        return List.of(Statement.of("DROP " + called(object)));
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        var from = FamilyMembers.of(edit.from());
        var to = FamilyMembers.of(edit.to());
        var gone = from.stream()
                .filter(member -> !to.contains(member))
                .map(FamilyMembers::place)
                .toList();
        var come = to.stream().filter(member -> !from.contains(member)).toList();
        return Optional.of(Alteration.of(
                Stream.concat(altered(edit.to(), "DROP", gone).stream(), altered(edit.to(), "ADD", come).stream())
                        .toList()));
    }

    private List<Statement> altered(CatalogObject object, String verb, List<String> members) {
        return members.isEmpty()
                ? List.of()
                : List.of(Statement.of("ALTER %s %s %s".formatted(called(object), verb, String.join(", ", members)))
                        .bySuperuser());
    }
}
