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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Subscriptions of this database by what every role may read of them: all but the connection, which holds secrets. One that is
 * made anew has none until somebody writes it in, and its slot is for the publisher's side to make or drop.
 */
final class Subscriptions implements Kind {

    private static final String TYPE = "subscription";

    /** Options, with what each is where the attribute is not set. */
    private static final Map<String, String> OPTIONS = new TreeMap<>(Map.of(
            "binary", "false",
            "streaming", "off",
            "synchronous_commit", "off",
            "two_phase", "false",
            "disable_on_error", "false",
            "password_required", "true",
            "run_as_owner", "false",
            "origin", "any",
            "failover", "false",
            "slot_name", "NONE"));

    /** What PostgreSQL changes on the publisher's side, where there is a slot. */
    private static final List<String> OF_THE_SLOT = List.of("two_phase", "failover");

    @Override
    public String name() {
        return "subscriptions";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'subscription' AS type, pg_catalog.quote_ident(s.subname) AS identity,
                       array_to_string(ARRAY(SELECT pg_catalog.quote_ident(p) FROM unnest(s.subpublications) p
                                             ORDER BY p COLLATE "C"), ', ') AS publications,
                       CASE WHEN NOT s.subenabled THEN 'disabled' END AS state,
                       pg_catalog.quote_ident(s.subslotname) AS slot_name,
                       NULLIF(s.subsynccommit, 'off') AS synchronous_commit,
                       CASE WHEN s.subbinary THEN 'true' END AS binary,
                       CASE s.substream::text WHEN 'true' THEN 'on' WHEN 't' THEN 'on' WHEN 'p' THEN 'parallel' END AS streaming,
                       %s AS two_phase, %s AS disable_on_error, %s AS password_required, %s AS run_as_owner, %s AS origin,
                       %s AS failover
                FROM pg_catalog.pg_subscription s
                WHERE s.subdbid = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = current_database())
                """.formatted(
                        since(version, 15, "CASE WHEN s.subtwophasestate <> 'd' THEN 'true' END"),
                        since(version, 15, "CASE WHEN s.subdisableonerr THEN 'true' END"),
                        since(version, 16, "CASE WHEN NOT s.subpasswordrequired THEN 'false' END"),
                        since(version, 16, "CASE WHEN s.subrunasowner THEN 'true' END"),
                        since(version, 16, "NULLIF(s.suborigin, 'any')"),
                        since(version, 17, "CASE WHEN s.subfailover THEN 'true' END")));
    }

    private static String since(ServerVersion version, int major, String expression) {
        return version.atLeast(major) ? expression : "NULL";
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals(TYPE);
    }

    @Override
    public String called(CatalogObject object) {
        return "SUBSCRIPTION " + object.key().identity();
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var options = new ArrayList<String>(List.of("connect = false", option("slot_name", object)));
        OPTIONS.keySet().stream()
                .filter(name -> !name.equals("slot_name"))
                .filter(name -> object.attribute(name).isPresent() || name.equals("streaming"))
                .forEach(name -> options.add(option(name, object)));
        var statements = new ArrayList<Statement>();
        statements.add(Statement.of("CREATE %s CONNECTION '' /* a secret: write it in */ PUBLICATION %s WITH (%s)"
                        .formatted(
                                called(object),
                                object.attribute("publications").orElseThrow(),
                                String.join(", ", options)))
                .being(Safety.NeedsBackup)
                .bySuperuser());
        if (object.attribute("state").isEmpty()) {
            statements.add(alter(object, "ENABLE"));
        }
        return statements;
    }

    /** Leaves the slot on the publisher's side alone. */
    @Override
    public List<Statement> drop(CatalogObject object) {
        return List.of(
                alter(object, "DISABLE"),
                alter(object, "SET (slot_name = NONE)"),
                Statement.of("DROP " + called(object)).being(Safety.NeedsBackup).bySuperuser());
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        var to = edit.to();
        if (edit.from("slot_name").isEmpty() && OF_THE_SLOT.stream().anyMatch(edit::changes)) {
            return Optional.empty();
        }
        var options = OPTIONS.keySet().stream()
                .filter(edit::changes)
                .map(name -> option(name, to))
                .toList();
        var enabled = edit.from("state").isEmpty();
        var paused = enabled && !options.isEmpty();
        var statements = new ArrayList<Statement>();
        if (paused || edit.changes("state") && enabled) {
            statements.add(alter(to, "DISABLE"));
        }
        if (!options.isEmpty()) {
            statements.add(alter(to, "SET (" + String.join(", ", options) + ")"));
        }
        if (edit.changes("publications")) {
            var publications = edit.to("publications").orElseThrow();
            statements.add(alter(to, "SET PUBLICATION " + publications + " WITH (refresh = false)"));
        }
        if (to.attribute("state").isEmpty() && (paused || edit.changes("state"))) {
            statements.add(alter(to, "ENABLE"));
        }
        return Optional.of(Alteration.of(statements));
    }

    private static String option(String name, CatalogObject object) {
        return name + " = " + object.attribute(name).orElse(OPTIONS.getOrDefault(name, "false"));
    }

    private Statement alter(CatalogObject object, String action) {
        return Statement.of("ALTER " + called(object) + " " + action).bySuperuser();
    }
}
