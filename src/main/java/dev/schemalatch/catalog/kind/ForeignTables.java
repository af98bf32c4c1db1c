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
import java.util.stream.Stream;

/** Foreign tables, partitions or not. Their rows are elsewhere: to drop one loses none. */
final class ForeignTables implements Kind {

    private static final String TYPE = "foreign table";

    @Override
    public String name() {
        return "foreign tables";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT r.type, r.identity, r.schema, pg_catalog.age(c.xmin) AS age,
                       CASE WHEN c.relispartition THEN 'table' END AS within_type,
                       CASE WHEN c.relispartition THEN p.parents END AS within_identity,
                       pg_catalog.quote_ident(s.srvname) AS server,
                       %s AS options,
                       CASE WHEN c.relispartition THEN p.parents END AS partition_of,
                       pg_catalog.pg_get_expr(c.relpartbound, c.oid) AS partition_bound,
                       CASE WHEN NOT c.relispartition THEN p.parents END AS inherits
                FROM relation r JOIN pg_catalog.pg_class c ON c.oid = r.oid
                JOIN pg_catalog.pg_foreign_table f ON f.ftrelid = c.oid
                JOIN pg_catalog.pg_foreign_server s ON s.oid = f.ftserver
                LEFT JOIN (SELECT i.inhrelid, string_agg(i.inhparent::pg_catalog.regclass::text, ', ' ORDER BY i.inhseqno) AS parents
                           FROM pg_catalog.pg_inherits i GROUP BY i.inhrelid) p ON p.inhrelid = c.oid
                WHERE r.relkind = 'f'
                """.formatted(GenericOptions.select("f.ftoptions")));
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals(TYPE);
    }

    @Override
    public String called(CatalogObject object) {
        return "FOREIGN TABLE " + object.key().identity();
    }

    /** Its columns are added one by one; but those of a parent come with it. */
    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var columns = object.attribute("partition_of")
                .map(parent -> " PARTITION OF " + parent + " "
                        + object.attribute("partition_bound").orElse("DEFAULT"))
                .orElseGet(() -> " ()"
                        + object.attribute("inherits")
                                .map(" INHERITS (%s)"::formatted)
                                .orElse(""));
        return List.of(Statement.of("CREATE " + called(object) + columns + " SERVER "
                        + object.attribute("server").orElseThrow()
                        + GenericOptions.clause(object.attribute("options")))
                .locking(object.attribute("partition_of").isPresent() ? Lock.AccessExclusive : Lock.None));
    }

    @Override
    public boolean brings(CatalogObject part) {
        return part.inherited().isPresent();
    }

    @Override
    public List<Statement> drop(CatalogObject object) {
        return List.of(Statement.of("DROP " + called(object)).locking(Lock.AccessExclusive));
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        if (edit.changes("server") || edit.changes("partition_of") || edit.changes("partition_bound")) {
            return Optional.empty();
        }
        var statements = new ArrayList<Statement>();
        var options = GenericOptions.change(edit.from("options"), edit.to("options"));
        if (!options.isEmpty()) {
            statements.add(alter(edit, options.strip()));
        }
        if (edit.changes("inherits")) {
            parents(edit.from("inherits")).forEach(parent -> statements.add(alter(edit, "NO INHERIT " + parent)));
            parents(edit.to("inherits")).forEach(parent -> statements.add(alter(edit, "INHERIT " + parent)));
        }
        return Optional.of(Alteration.of(statements));
    }

    private Statement alter(Edit edit, String action) {
        return Statement.of("ALTER " + called(edit.to()) + " " + action).locking(Lock.AccessExclusive);
    }

    private static Stream<String> parents(Optional<String> list) {
        return list.stream().flatMap(names -> Stream.of(names.split(", (?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")));
    }
}
