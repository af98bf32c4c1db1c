package dev.schemalatch.tool;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether something that names databases is for PostgreSQL ({@code database/DatabaseList.java}). */
final class LiquibaseDbms {

    private static final String HERE = "postgresql";

    private LiquibaseDbms() {}

    static boolean matches(Optional<String> dbms) {
        var names = Stream.of(dbms.orElse("").split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .toList();
        if (names.isEmpty() || names.contains("all")) {
            return true;
        }
        if (names.contains("none") || names.contains("!" + HERE)) {
            return false;
        }
        List<String> wanted =
                names.stream().filter(name -> !name.startsWith("!")).toList();
        return wanted.isEmpty() || wanted.contains(HERE);
    }
}
