package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Sql;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Publications with what they publish; which tables and schemas is told by {@link PublishedTables}, {@link PublishedSchemas}. */
final class Publications implements Kind {

    private static final String TYPE = "publication";

    @Override
    public String name() {
        return "publications";
    }

    @Override
    public Query query(ServerVersion version) {
        var generated = version.atLeast(18) ? "CASE p.pubgencols WHEN 's' THEN 'stored' END" : "NULL";
        return Scope.query("""
                SELECT 'publication' AS type, pg_catalog.quote_ident(p.pubname) AS identity, pg_catalog.age(p.xmin) AS age,
                       CASE WHEN p.puballtables THEN 'true' END AS all_tables,
                       COALESCE(NULLIF(concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                         CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END), ''), 'nothing') AS publish,
                       CASE WHEN p.pubviaroot THEN 'true' END AS via_partition_root,
                       %s AS generated_columns
                FROM pg_catalog.pg_publication p
                WHERE p.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_publication'::pg_catalog.regclass)
                """.formatted(generated));
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals(TYPE);
    }

    @Override
    public String called(CatalogObject object) {
        return "PUBLICATION " + object.key().identity();
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var all = object.attribute("all_tables").isPresent();
        var options = new ArrayList<String>();
        options.add(publish(object));
        object.attribute("via_partition_root").ifPresent(value -> options.add(viaRoot(object)));
        object.attribute("generated_columns").ifPresent(value -> options.add(generated(object)));
        var create = Statement.of("CREATE " + called(object) + (all ? " FOR ALL TABLES" : "") + " WITH ("
                + String.join(", ", options) + ")");
        return List.of(all ? create.bySuperuser() : create);
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        if (edit.changes("all_tables")) {
            return Optional.empty();
        }
        var options = new ArrayList<String>();
        if (edit.changes("publish")) {
            options.add(publish(edit.to()));
        }
        if (edit.changes("via_partition_root")) {
            options.add(viaRoot(edit.to()));
        }
        if (edit.changes("generated_columns")) {
            options.add(generated(edit.to()));
        }
        return Optional.of(Alteration.of(
                Statement.of("ALTER " + called(edit.to()) + " SET (" + String.join(", ", options) + ")")));
    }

    private static String publish(CatalogObject object) {
        var operations = object.attribute("publish").orElseThrow();
        return "publish = " + Sql.text(operations.equals("nothing") ? "" : operations);
    }

    private static String viaRoot(CatalogObject object) {
        return "publish_via_partition_root = "
                + object.attribute("via_partition_root").orElse("false");
    }

    private static String generated(CatalogObject object) {
        return "publish_generated_columns = "
                + object.attribute("generated_columns").orElse("none");
    }
}
