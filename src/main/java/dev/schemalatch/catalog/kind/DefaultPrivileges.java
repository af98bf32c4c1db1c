package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What ALTER DEFAULT PRIVILEGES has said of objects that a role has yet to make, where that says anything new. */
final class DefaultPrivileges implements Kind {

    static final String TYPE = "default acl";

    private static final Map<String, String> STOCK = Map.of("functions", "EXECUTE", "types", "USAGE");

    @Override
    public String name() {
        return "default privileges";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT x.* FROM (
                  SELECT 'default acl' AS type,
                         'for role ' || pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.defaclrole))
                           || COALESCE(' in schema ' || n.identity, '') || ' on '
                           || CASE a.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions'
                                                   WHEN 'T' THEN 'types' WHEN 'n' THEN 'schemas' ELSE 'large objects' END AS identity,
                         n.name AS schema, pg_catalog.age(a.xmin) AS age,
                         %s AS grants
                  FROM pg_catalog.pg_default_acl a LEFT JOIN namespace n ON n.oid = a.defaclnamespace
                  WHERE n.oid IS NOT NULL OR a.defaclnamespace = 0) x
                WHERE x.grants IS NOT NULL
                """.formatted(Grants.spelling(
                "a.defaclacl",
                "CASE WHEN a.defaclnamespace = 0 THEN pg_catalog.acldefault(CASE a.defaclobjtype WHEN 'S' THEN 's' ELSE a.defaclobjtype END, a.defaclrole) ELSE NULL END",
                "a.defaclrole")));
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals(TYPE);
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        return grants(object).change(Optional.empty(), object.attribute("grants"));
    }

    @Override
    public List<Statement> drop(CatalogObject object) {
        return grants(object).change(object.attribute("grants"), Optional.empty());
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        return Optional.of(Alteration.of(grants(edit.to()).change(edit.from("grants"), edit.to("grants"))));
    }

    private static Grants grants(CatalogObject object) {
        var identity = object.key().identity();
        var on = identity.lastIndexOf(" on ");
        var what = identity.substring(on + " on ".length());
        var whose = identity.substring(0, on).replaceFirst("^for role ", "FOR ROLE ");
        var inSchema = object.schema().isPresent();
        var schema = whose.lastIndexOf(" in schema ");
        var role = whose.substring("FOR ROLE ".length(), inSchema ? schema : whose.length());
        var sql = inSchema
                ? whose.substring(0, schema) + " IN SCHEMA " + whose.substring(schema + " in schema ".length())
                : whose;
        return new Grants(
                "ALTER DEFAULT PRIVILEGES " + sql + " ",
                "",
                what.toUpperCase(Locale.ROOT),
                inSchema ? "" : STOCK.getOrDefault(what, ""),
                role,
                inSchema ? "" : "ALL");
    }
}
