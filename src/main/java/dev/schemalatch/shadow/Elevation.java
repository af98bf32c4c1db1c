package dev.schemalatch.shadow;

import dev.schemalatch.ddl.Sql;
import dev.schemalatch.postgres.Console;
import dev.schemalatch.postgres.Outcome;
import dev.schemalatch.sql.Query;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Statements of our own that PostgreSQL takes from a superuser alone, run as one in a scratch database.
 *
 * <p>What they name comes from a stranger's database, or from what passes for one. So each is sent as one command, which the
 * protocol sees to, and only such are let through that make PostgreSQL run no code of that stranger's, now or later, as
 * superuser: no functions, views or libraries; no wrapper with a validator of the stranger's; no event trigger at login;
 * nothing at all while an event trigger could fire.
 */
final class Elevation {

    private static final Pattern HARMLESS = Pattern.compile(
            "((CREATE|ALTER|DROP|COMMENT ON) (EVENT TRIGGER|PUBLICATION|FOREIGN DATA WRAPPER|SERVER)"
                    + "|COMMENT ON (LANGUAGE|CAST|OPERATOR CLASS|OPERATOR FAMILY|ACCESS METHOD))\\b.*",
            Pattern.DOTALL);

    /** They run nothing, but functions that do not fit make a server stumble. */
    private static final Pattern RISKY = Pattern.compile(
            "(CREATE|ALTER|DROP|COMMENT ON) (OPERATOR CLASS|OPERATOR FAMILY|LANGUAGE|ACCESS METHOD|CAST"
                    + "|TEXT SEARCH PARSER|TEXT SEARCH TEMPLATE)\\b.*",
            Pattern.DOTALL);

    /** The new owner may lack the right to create in the schema; a superuser is not asked for it. */
    private static final Pattern OWNER =
            Pattern.compile("ALTER [^;]* OWNER TO (\"(?:[^\"]|\"\")*\"|\\w+)", Pattern.DOTALL);

    private static final Pattern RUNS_CODE =
            Pattern.compile("\\bVALIDATOR\\b|\\bON login\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern NEW_SERVER =
            Pattern.compile("CREATE SERVER (\"(?:[^\"]|\"\")*\"|\\w+) .*", Pattern.DOTALL);

    private static final Query FIRING =
            Query.of("SELECT evtname FROM pg_catalog.pg_event_trigger WHERE evtenabled <> 'D'");

    private final Supplier<Console> inside;
    private final String role;
    private final Trust trust;

    /**
     * @param inside connects to the scratch database as superuser, for one statement at a time
     * @param role that owns the scratch database
     */
    Elevation(Supplier<Console> inside, String role, Trust trust) {
        this.inside = inside;
        this.role = role;
        this.trust = trust;
    }

    boolean allows(String sql) {
        var harmless =
                HARMLESS.matcher(sql).matches() && !RUNS_CODE.matcher(sql).find();
        return harmless
                || trust == Trust.Own
                        && (RISKY.matcher(sql).matches() || OWNER.matcher(sql).matches());
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
