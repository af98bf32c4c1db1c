package dev.schemalatch.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The contrib extensions that a database's owner may create on our own servers although PostgreSQL asks for a superuser.
 *
 * <p>Managed services let their users create them, so migrations do. Chosen are those that reach nothing outside the scratch
 * database: {@code dblink}, {@code postgres_fdw}, {@code file_fdw}, {@code adminpack} and the untrusted languages are not
 * among them and never may be.
 */
final class TrustedExtensions {

    private static final List<String> NAMES = List.of(
            "amcheck",
            "bloom",
            "dict_xsyn",
            "earthdistance",
            "insert_username",
            "intagg",
            "moddatetime",
            "pageinspect",
            "pg_buffercache",
            "pg_freespacemap",
            "pg_prewarm",
            "pg_stat_statements",
            "pg_visibility",
            "pg_walinspect",
            "pgrowlocks",
            "pgstattuple",
            "sslinfo",
            "xml2");

    private TrustedExtensions() {}

    /** Marks them in the control files of an unpacked PostgreSQL. */
    static void mark(Path programs) throws IOException {
        var folder = programs.resolve("share/postgresql/extension");
        for (var name : NAMES) {
            var control = folder.resolve(name + ".control");
            if (Files.exists(control)) {
                Files.writeString(control, "\ntrusted = true\n", StandardOpenOption.APPEND);
            }
        }
    }
}
