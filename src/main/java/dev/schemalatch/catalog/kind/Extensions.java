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
import java.util.Set;

/** Extensions. Their versions are what the server provides, and their members are their own business. */
final class Extensions implements Kind {

    /** What comes with PostgreSQL and is {@code trusted} in its control file: no superuser needed to create it. */
    private static final Set<String> TRUSTED = Set.of(
            "bool_plperl",
            "btree_gin",
            "btree_gist",
            "citext",
            "cube",
            "dict_int",
            "fuzzystrmatch",
            "hstore",
            "hstore_plperl",
            "intarray",
            "isn",
            "jsonb_plperl",
            "lo",
            "ltree",
            "pg_trgm",
            "pgcrypto",
            "plperl",
            "plpgsql",
            "pltcl",
            "seg",
            "tablefunc",
            "tcn",
            "tsm_system_rows",
            "tsm_system_time",
            "unaccent",
            "\"uuid-ossp\"");

    @Override
    public String name() {
        return "extensions";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'extension' AS type, pg_catalog.quote_ident(e.extname) AS identity, pg_catalog.age(e.xmin) AS age,
                       n.nspname AS installed_in, e.extrelocatable::text AS hint_relocatable
                FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("extension");
    }

    @Override
    public String called(CatalogObject object) {
        return "EXTENSION " + object.key().identity();
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var schema = object.attribute("installed_in").map(name -> " SCHEMA " + Sql.name(name));
        var statement = Statement.of("CREATE " + called(object) + schema.orElse(""));
        return List.of(TRUSTED.contains(object.key().identity()) ? statement : statement.bySuperuser());
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        return edit.to("installed_in")
                .filter(schema -> edit.from().hint("relocatable").equals(Optional.of("true")))
                .map(schema ->
                        Alteration.of(Statement.of("ALTER " + called(edit.to()) + " SET SCHEMA " + Sql.name(schema))));
    }
}
