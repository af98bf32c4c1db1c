package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Sql;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import dev.schemalatch.sql.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What ALTER DATABASE ... SET and ALTER ROLE ... IN DATABASE ... SET have set for this database, one attribute each. The database
 * goes by no name, since that is the environment's choice. What is set for a role in every database is the whole server's.
 */
final class DatabaseSettings implements Kind {

    private static final ObjectKey DATABASE = new ObjectKey("database", "current database");

    private static final String SETTING = "setting ";

    private static final String ROLE = " of role ";

    @Override
    public String name() {
        return "settings of databases";
    }

    @Override
    public Query query(ServerVersion version) {
        return Query.of("""
                SELECT s.name || COALESCE('%s' || pg_catalog.quote_ident(r.rolname), '') AS setting, %s AS value
                FROM (SELECT d.setrole, split_part(c, '=', 1) AS name, substr(c, strpos(c, '=') + 1) AS value
                      FROM pg_catalog.pg_db_role_setting d, unnest(d.setconfig) c
                      WHERE d.setdatabase = (SELECT b.oid FROM pg_catalog.pg_database b WHERE b.datname = current_database())) s
                LEFT JOIN pg_catalog.pg_roles r ON r.oid = s.setrole
                WHERE NOT %s
                UNION ALL SELECT NULL, NULL
                """.formatted(ROLE, Settings.value("s.name", "s.value"), Secrets.named("s.name")));
    }

    @Override
    public CatalogObject object(Row row) {
        var attributes = new TreeMap<String, String>();
        row.optional("setting").ifPresent(setting -> attributes.put(SETTING + setting, row.text("value")));
        return new CatalogObject(
                DATABASE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                attributes,
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().equals(DATABASE);
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        return object.attributes().keySet().stream()
                .filter(name -> name.startsWith(SETTING))
                .map(name -> set(name, object.attribute(name)))
                .toList();
    }

    @Override
    public List<Statement> drop(CatalogObject object) {
        return object.attributes().keySet().stream()
                .filter(name -> name.startsWith(SETTING))
                .map(name -> set(name, Optional.empty()))
                .toList();
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        var statements = new ArrayList<Statement>();
        edit.attributes().forEach(name -> statements.add(set(name, edit.to(name))));
        return Optional.of(Alteration.of(statements));
    }

    /** Takes effect in sessions that begin after it. */
    private static Statement set(String attribute, Optional<String> value) {
        var setting = attribute.substring(SETTING.length());
        var role = setting.indexOf(ROLE);
        var name = role < 0 ? setting : setting.substring(0, role);
        var subject = role < 0
                ? "ALTER DATABASE %I"
                : "ALTER ROLE " + setting.substring(role + ROLE.length()).replace("%", "%%") + " IN DATABASE %I";
        var action = value.map(text -> " SET " + variable(name) + " = " + text.replace("%", "%%"))
                .orElseGet(() -> " RESET " + variable(name));
        return Statement.of("DO "
                + Sql.text("BEGIN EXECUTE pg_catalog.format(" + Sql.text(subject + action)
                        + ", pg_catalog.current_database()); END"));
    }

    /** A setting of an extension has two names with a dot between. */
    private static String variable(String name) {
        return String.join(
                ".", List.of(name.split("\\.", -1)).stream().map(Sql::name).toList());
    }
}
