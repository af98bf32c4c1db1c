package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Primary keys, unique, foreign key, check and exclusion constraints of tables, with the indexes they bring. Those that
 * a partition or child table has from its parent are the parent's; NOT NULL is a fact of the column.
 */
final class Constraints implements Kind {

    @Override
    public String name() {
        return "constraints";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'table constraint' AS type, pg_catalog.quote_ident(k.conname) || ' on ' || r.identity AS identity, r.schema,
                       r.type AS within_type, r.identity AS within_identity, pg_catalog.age(k.xmin) AS age,
                       pg_catalog.pg_get_constraintdef(k.oid) AS definition,
                       %s AS options,
                       CASE WHEN i.indisclustered THEN 'clustered' END AS clustered,
                       t.states AS trigger_states
                FROM pg_catalog.pg_constraint k JOIN relation r ON r.oid = k.conrelid
                LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = k.conindid AND k.contype <> 'f'
                LEFT JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid AND k.contype <> 'x'
                LEFT JOIN (SELECT g.tgconstraint, string_agg(g.state, ', ' ORDER BY g.state COLLATE "C") AS states
                           FROM (SELECT DISTINCT g.tgconstraint,
                                        CASE g.tgenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' ELSE 'always' END
                                        || ' on ' || g.tgrelid::pg_catalog.regclass AS state
                                 FROM pg_catalog.pg_trigger g WHERE g.tgisinternal AND g.tgenabled <> 'O') g
                           GROUP BY g.tgconstraint) t ON t.tgconstraint = k.oid
                WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND k.conparentid = 0 AND k.coninhcount = 0
                """.formatted(StorageParameters.spelling("x.reloptions")));
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("table constraint");
    }

    @Override
    public String called(CatalogObject object) {
        return "CONSTRAINT " + object.key().identity().replace(" on " + table(object), " ON " + table(object));
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var definition = definition(object);
        var statements = new ArrayList<Statement>();
        statements.add(new ConstraintProbe(object, definition)
                .on(Statement.of(alter(object) + " ADD CONSTRAINT " + nameOf(object) + " "
                        + definition.spelled(object.attribute("options")))));
        if (object.attribute("clustered").isPresent()) {
            statements.add(clusterOn(object));
        }
        statements.addAll(new ConstraintTriggers(object).become(Optional.empty(), object.attribute("trigger_states")));
        return statements;
    }

    @Override
    public List<Statement> drop(CatalogObject object) {
        return List.of(Statement.of(alter(object) + " DROP CONSTRAINT " + nameOf(object))
                .locking(Lock.AccessExclusive));
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        var is = definition(edit.from());
        var shall = definition(edit.to());
        if (edit.changes("definition") && !is.becomes(shall)) {
            return Optional.empty();
        }
        var statements = new ArrayList<Statement>();
        if (!is.timing().equals(shall.timing())) {
            statements.add(brief(alter(edit.to()) + " ALTER CONSTRAINT " + nameOf(edit.to()) + " " + shall.timing()));
        }
        if (is.enforced() != shall.enforced()) {
            var word = shall.enforced() ? " ENFORCED" : " NOT ENFORCED";
            var statement = brief(alter(edit.to()) + " ALTER CONSTRAINT " + nameOf(edit.to()) + word);
            statements.add(shall.enforced() ? new ConstraintProbe(edit.to(), shall).on(statement) : statement);
        }
        if (is.enforced() && !is.valid() && shall.valid()) {
            statements.add(new ConstraintProbe(edit.to(), shall)
                    .on(Statement.of(alter(edit.to()) + " VALIDATE CONSTRAINT " + nameOf(edit.to())))
                    .locking(Lock.ShareUpdateExclusive));
        }
        if (edit.changes("options")) {
            var index = Names.schemaOf(table(edit.to())) + "." + nameOf(edit.to());
            statements.addAll(StorageParameters.of(edit.from("options"))
                    .become(StorageParameters.of(edit.to("options")), "ALTER INDEX " + index));
        }
        if (edit.changes("clustered")) {
            statements.addAll(clustered(edit));
        }
        statements.addAll(
                new ConstraintTriggers(edit.to()).become(edit.from("trigger_states"), edit.to("trigger_states")));
        return Optional.of(Alteration.of(statements));
    }

    private static List<Statement> clustered(Edit edit) {
        if (edit.to("clustered").isPresent()) {
            return List.of(clusterOn(edit.to()));
        }
        var another = edit.to().within().stream()
                .flatMap(table -> edit.after().parts(table).stream())
                .anyMatch(part -> part.attribute("clustered").isPresent());
        return another ? List.of() : List.of(brief(alter(edit.to()) + " SET WITHOUT CLUSTER"));
    }

    private static Statement clusterOn(CatalogObject object) {
        return Statement.of(alter(object) + " CLUSTER ON " + nameOf(object)).locking(Lock.ShareUpdateExclusive);
    }

    private static Statement brief(String sql) {
        return Statement.of(sql).locking(Lock.AccessExclusive);
    }

    private static ConstraintDefinition definition(CatalogObject object) {
        return ConstraintDefinition.of(object.attribute("definition").orElse(""));
    }

    private static String alter(CatalogObject object) {
        return object.within().map(ObjectKey::type).orElse("table").equals("foreign table")
                ? "ALTER FOREIGN TABLE " + table(object)
                : "ALTER TABLE " + table(object);
    }

    static String table(CatalogObject object) {
        return object.within().map(ObjectKey::identity).orElseThrow();
    }

    /** The constraint's name as SQL writes it. */
    static String nameOf(CatalogObject object) {
        var identity = object.key().identity();
        return identity.substring(0, identity.length() - table(object).length() - " on ".length());
    }
}
