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
import java.util.TreeMap;

/**
 * Columns of foreign tables: what they are called and how they are typed here, and what the wrapper is told of them. No row is
 * looked at when they change. A column from a parent carries only that in which it may depart from the parent's.
 */
final class ForeignColumns implements Kind {

    private static final String TYPE = "foreign table column";

    @Override
    public String name() {
        return "columns of foreign tables";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'foreign table column' AS type, r.identity || '.' || pg_catalog.quote_ident(a.attname) AS identity, r.schema,
                       r.type AS within_type, r.identity AS within_identity,
                       CASE WHEN p.attrelid IS NOT NULL THEN pr.type || ' column' END AS inherited_type,
                       pr.identity || '.' || pg_catalog.quote_ident(p.attname) AS inherited_identity,
                       LEAST(pg_catalog.age(a.xmin), pg_catalog.age(d.xmin)) AS age, a.attnum AS position,
                       CASE WHEN p.attrelid IS NULL THEN pg_catalog.format_type(a.atttypid, a.atttypmod) END AS data_type,
                       NULLIF(a.attnotnull::text, p.attnotnull::text) AS not_null,
                       CASE WHEN a.attgenerated = ''
                            THEN NULLIF(COALESCE(pg_catalog.pg_get_expr(d.adbin, d.adrelid),
                                                 CASE WHEN p.atthasdef THEN 'none' END),
                                        pg_catalog.pg_get_expr(pd.adbin, pd.adrelid)) END AS "default",
                       CASE WHEN a.attgenerated <> '' AND p.attrelid IS NULL
                            THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid)
                                 || CASE a.attgenerated WHEN 's' THEN ' stored' ELSE ' virtual' END END AS generated,
                       CASE WHEN p.attrelid IS NULL AND a.attcollation <> t.typcollation
                            THEN a.attcollation::pg_catalog.regcollation::text END AS collation,
                       NULLIF(a.attstattarget, -1) AS statistics,
                       CASE WHEN a.attstorage <> t.typstorage
                            THEN CASE a.attstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main'
                                                   ELSE 'extended' END END AS storage,
                       %s AS options
                FROM relation r JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid
                JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
                LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                LEFT JOIN LATERAL (SELECT x.* FROM pg_catalog.pg_inherits i
                                   JOIN pg_catalog.pg_attribute x ON x.attrelid = i.inhparent
                                   WHERE i.inhrelid = a.attrelid AND x.attname = a.attname AND a.attinhcount > 0
                                   ORDER BY i.inhseqno LIMIT 1) p ON true
                LEFT JOIN relation pr ON pr.oid = p.attrelid
                LEFT JOIN pg_catalog.pg_attrdef pd ON pd.adrelid = p.attrelid AND pd.adnum = p.attnum
                WHERE r.relkind = 'f' AND a.attnum > 0 AND NOT a.attisdropped
                """.formatted(GenericOptions.select("a.attfdwoptions")));
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals(TYPE);
    }

    @Override
    public String called(CatalogObject object) {
        return "COLUMN " + object.key().identity();
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var statements = new ArrayList<Statement>();
        if (object.inherited().isEmpty()) {
            statements.add(table(
                    object,
                    "ADD COLUMN " + column(object) + " "
                            + object.attribute("data_type").orElseThrow()
                            + GenericOptions.clause(object.attribute("options"))
                            + object.attribute("collation")
                                    .map(" COLLATE "::concat)
                                    .orElse("")
                            + object.attribute("not_null")
                                    .filter("true"::equals)
                                    .map(yes -> " NOT NULL")
                                    .orElse("")
                            + object.attribute("default")
                                    .map(" DEFAULT "::concat)
                                    .orElse("")
                            + object.attribute("generated")
                                    .map(ForeignColumns::generated)
                                    .orElse("")));
        } else {
            for (var name : List.of("not_null", "default", "options")) {
                if (object.attribute(name).isPresent()) {
                    statements.add(change(name, object, Optional.empty()));
                }
            }
        }
        for (var name : List.of("statistics", "storage")) {
            if (object.attribute(name).isPresent()) {
                statements.add(change(name, object, Optional.empty()));
            }
        }
        return statements;
    }

    private static String generated(String spelled) {
        var space = spelled.lastIndexOf(' ');
        return " GENERATED ALWAYS AS (%s) %s".formatted(spelled.substring(0, space), spelled.substring(space + 1));
    }

    @Override
    public List<Statement> drop(CatalogObject object) {
        return List.of(table(object, "DROP COLUMN " + column(object)));
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        if (edit.changes("generated")
                || !edit.from().inherited().equals(edit.to().inherited())) {
            return Optional.empty();
        }
        var statements = new ArrayList<Statement>();
        var retyped = edit.changes("data_type") || edit.changes("collation");
        if (retyped) {
            statements.add(alter(
                    edit.to(),
                    "TYPE " + edit.to("data_type").orElseThrow()
                            + edit.to("collation").map(" COLLATE "::concat).orElse("")));
        }
        edit.attributes().stream()
                .filter(name -> !name.equals("data_type") && !name.equals("collation"))
                .forEach(name -> statements.add(change(name, likeParent(edit.to(), edit.after()), edit.from(name))));
        return Optional.of(retyped ? Alteration.around(statements) : Alteration.of(statements));
    }

    /** With the default of its parent, where it has that. */
    private static CatalogObject likeParent(CatalogObject column, Blueprint surroundings) {
        var attributes = new TreeMap<>(column.attributes());
        column.inherited()
                .flatMap(surroundings::find)
                .flatMap(parent -> parent.attribute("default"))
                .ifPresent(value -> attributes.putIfAbsent("default", value));
        return column.with(attributes);
    }

    private static String storageOfType(CatalogObject column) {
        return SqlType.of(column.attribute("data_type").orElse("")).storage();
    }

    private static Statement change(String attribute, CatalogObject column, Optional<String> from) {
        var to = column.attribute(attribute);
        return alter(
                column,
                switch (attribute) {
                    case "not_null" ->
                        to.filter("true"::equals).map(yes -> "SET NOT NULL").orElse("DROP NOT NULL");
                    case "default" ->
                        to.filter(value -> !value.equals("none"))
                                .map("SET DEFAULT "::concat)
                                .orElse("DROP DEFAULT");
                    case "statistics" -> "SET STATISTICS " + to.orElse("-1");
                    case "storage" -> "SET STORAGE " + to.orElseGet(() -> storageOfType(column));
                    case "options" -> GenericOptions.change(from, to).strip();
                    default -> throw new IllegalArgumentException(attribute);
                });
    }

    @Override
    public List<Statement> loosen(CatalogObject object) {
        return object.attribute("default").map(value -> alter(object, "DROP DEFAULT")).stream()
                .toList();
    }

    @Override
    public List<Statement> fasten(CatalogObject object) {
        return object.attribute("default").map(value -> change("default", object, Optional.empty())).stream()
                .toList();
    }

    private static Statement alter(CatalogObject column, String action) {
        return table(column, "ALTER COLUMN " + column(column) + " " + action);
    }

    private static Statement table(CatalogObject column, String action) {
        return Statement.of(
                        "ALTER FOREIGN TABLE " + column.within().orElseThrow().identity() + " " + action)
                .locking(Lock.AccessExclusive);
    }

    private static String column(CatalogObject column) {
        var table = column.within().orElseThrow().identity();
        return column.key().identity().substring(table.length() + 1);
    }
}
