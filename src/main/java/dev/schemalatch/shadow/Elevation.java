package dev.schemalatch.shadow;

import dev.schemalatch.ddl.Sql;
import dev.schemalatch.embedded.EmbeddedServer;
import dev.schemalatch.postgres.Console;
import dev.schemalatch.postgres.Outcome;
import dev.schemalatch.sql.Query;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Statements of our own that PostgreSQL takes from a superuser alone, run as one in a scratch database.
 *
 * <p>What they name comes from a stranger's database, so only those are let through that make PostgreSQL run no code of that
 * stranger's, now or later, as superuser: no functions, views, casts or languages of libraries; no wrapper with a validator of
 * the stranger's; no event trigger at login; nothing at all while an event trigger could fire; nothing handed to a role that is
 * not lent.
 */
final class Elevation {

    private static final Pattern HARMLESS = Pattern.compile(
            "(CREATE|ALTER|DROP) (EVENT TRIGGER|PUBLICATION|FOREIGN DATA WRAPPER|SERVER|OPERATOR CLASS|OPERATOR FAMILY"
                    + "|LANGUAGE|ACCESS METHOD|TEXT SEARCH PARSER|TEXT SEARCH TEMPLATE)\\b.*",
            Pattern.DOTALL);

    private static final Pattern COMMENT = Pattern.compile(
            "COMMENT ON (EVENT TRIGGER|PUBLICATION|FOREIGN DATA WRAPPER|SERVER|OPERATOR CLASS|OPERATOR FAMILY|LANGUAGE"
                    + "|ACCESS METHOD|TEXT SEARCH PARSER|TEXT SEARCH TEMPLATE|CAST)\\b.*",
            Pattern.DOTALL);

    private static final Pattern RUNS_CODE =
            Pattern.compile("\\bVALIDATOR\\b|\\bON login\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern OWNER = Pattern.compile("ALTER [^;]* OWNER TO (.*)", Pattern.DOTALL);

    private static final Pattern NEW_SERVER =
            Pattern.compile("CREATE SERVER (\"(?:[^\"]|\"\")*\"|\\w+)\\b.*", Pattern.DOTALL);

    private static final Query FIRING =
            Query.of("SELECT evtname FROM pg_catalog.pg_event_trigger WHERE evtenabled <> 'D'");

    private final Supplier<Console> inside;
    private final String role;
    private final List<String> lent;

    /**
     * @param inside connects to the scratch database as superuser
     * @param role that owns the scratch database
     * @param lent roles of the target
     */
    Elevation(Supplier<Console> inside, String role, List<String> lent) {
        this.inside = inside;
        this.role = role;
        this.lent = List.copyOf(lent);
    }

    boolean allows(String sql) {
        var owner = OWNER.matcher(sql);
        if (owner.matches()) {
            var name = owner.group(1).strip();
            return !name.equals(EmbeddedServer.SUPERUSER)
                    && lent.stream().anyMatch(one -> name.equals(one) || name.equals(Sql.name(one)));
        }
        return COMMENT.matcher(sql).matches()
                || HARMLESS.matcher(sql).matches() && !RUNS_CODE.matcher(sql).find();
    }

    /** Runs it; answers the refusal of the scratch database's owner where it would not be safe now. */
    Outcome send(String sql, Outcome.Refused refused) {
        try (var admin = inside.get()) {
            if (!sql.contains(" EVENT TRIGGER ") && !admin.rows(FIRING).isEmpty()) {
                return refused;
            }
            var outcome = admin.send(sql);
            var server = NEW_SERVER.matcher(sql);
            if (outcome instanceof Outcome.Done && server.matches()) {
                admin.execute("ALTER SERVER " + server.group(1) + " OWNER TO " + Sql.name(role));
            }
            return outcome;
        }
    }
}
