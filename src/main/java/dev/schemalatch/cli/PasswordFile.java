package dev.schemalatch.cli;

import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.connection.Password;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a {@code .pgpass}, read as libpq reads them: {@code host:port:database:user:password}, the first that fits
 * counts, {@code *} fits everything, a backslash takes the next character as it is.
 */
record PasswordFile(List<String> lines) {

    private static final int FIELDS = 5;

    PasswordFile {
        lines = List.copyOf(lines);
    }

    Optional<Password> passwordFor(ConnectionSettings settings) {
        // libpq files passwords of Unix sockets, which have a path for a host, under localhost
        var host = settings.host().isEmpty() || settings.host().startsWith("/") ? "localhost" : settings.host();
        var wanted = List.of(host, Integer.toString(settings.port()), settings.database(), settings.user());
        return lines.stream()
                .filter(line -> !line.startsWith("#"))
                .map(PasswordFile::fields)
                .filter(fields -> fields.size() == FIELDS && fits(fields, wanted))
                .findFirst()
                .map(fields -> Password.of(unescaped(fields.get(FIELDS - 1))));
    }

    private static boolean fits(List<String> fields, List<String> wanted) {
        for (var i = 0; i < wanted.size(); i++) {
            if (!fields.get(i).equals("*") && !unescaped(fields.get(i)).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The fields of a line, still escaped; the last one is the rest of the line up to another colon. */
    private static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                field.append(c).append(line.charAt(++i));
            } else if (c == ':' && fields.size() < FIELDS) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        if (fields.size() < FIELDS) {
            fields.add(field.toString());
        }
        return fields;
    }

    private static String unescaped(String field) {
        var text = new StringBuilder();
        for (var i = 0; i < field.length(); i++) {
            if (field.charAt(i) == '\\' && i + 1 < field.length()) {
                i++;
            }
            text.append(field.charAt(i));
        }
        return text.toString();
    }
}
