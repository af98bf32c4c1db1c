package dev.schemalatch.shadow;

import dev.schemalatch.postgres.Console;
import dev.schemalatch.sql.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The target's roles on our own server. Roles belong to the whole server, so scratch databases that need the same name share
 * one, and the last one takes it away.
 */
final class RoleLeases {

    private final Map<String, Integer> users = new TreeMap<>();

    /**
     * Makes the roles that are not there, without login and without rights.
     *
     * @return those that are ours to lend: none that was there before, least of all our superuser
     */
    synchronized List<String> take(Console admin, List<String> names) {
        var present = admin.rows(Query.of("SELECT rolname AS name FROM pg_catalog.pg_roles")).stream()
                .map(row -> row.text("name"))
                .collect(Collectors.toSet());
        var taken = new ArrayList<String>();
        for (var name : names) {
            if (usable(name) && (users.containsKey(name) || !present.contains(name)) && !taken.contains(name)) {
                taken.add(name);
            }
        }
        var missing = taken.stream().filter(name -> !users.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            admin.execute(missing.stream()
                    .map(name -> "CREATE ROLE " + Console.quoted(name) + " NOLOGIN")
                    .collect(Collectors.joining(";\n")));
        }
        taken.forEach(name -> users.merge(name, 1, Integer::sum));
        return taken;
    }

    synchronized void giveBack(Console admin, List<String> names) {
        var unused = new ArrayList<String>();
        for (var name : names) {
            if (users.merge(name, -1, Integer::sum) == 0) {
                users.remove(name);
                unused.add(Console.quoted(name));
            }
        }
        if (!unused.isEmpty()) {
            admin.execute("DROP ROLE " + String.join(", ", unused));
        }
    }

    /** PostgreSQL keeps {@code pg_} for itself, and reserves a few words. */
    private static boolean usable(String name) {
        return !name.isEmpty()
                && !name.startsWith("pg_")
                && !name.equals("public")
                && !name.equals("none")
                && name.indexOf('\0') < 0;
    }
}
