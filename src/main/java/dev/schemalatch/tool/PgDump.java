package dev.schemalatch.tool;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What pg_dump writes (src/bin/pg_dump/pg_backup_archiver.c), as the server can run it without psql. */
public final class PgDump {

    /** What pg_dump writes for psql alone. */
    private static final Pattern FOR_PSQL = Pattern.compile("\\\\(un)?restrict [0-9A-Za-z]+");

    /** Settings of the session that restores: they are no part of the schema, and older servers may not know them. */
    private static final Set<String> FOR_RESTORING = Set.of(
            "SET statement_timeout = 0;",
            "SET lock_timeout = 0;",
            "SET idle_in_transaction_session_timeout = 0;",
            "SET transaction_timeout = 0;",
            "SET row_security = off;");

    private PgDump() {}

    /** The same without those lines; all others keep their numbers and every byte. */
    public static String forTheServer(String dump) {
        return dump.lines()
                .map(line -> FOR_PSQL.matcher(line).matches() || FOR_RESTORING.contains(line) ? "" : line)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
