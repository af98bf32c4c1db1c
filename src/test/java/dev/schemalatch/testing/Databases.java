package dev.schemalatch.testing;

import dev.schemalatch.embedded.EmbeddedPostgres;
import dev.schemalatch.embedded.EmbeddedServer;
import dev.schemalatch.embedded.Folders;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Fresh databases on real servers, one server per major version for the whole test run, started when first asked for.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @MethodSource(Databases.MAJORS)
 * void something(int major) {
 *     try (var database = Databases.create(major)) {
 *         database.run("CREATE TABLE t (id int)");
 *         check(database.settings());
 *     }
 * }
 * }</pre>
 */
public final class Databases {

    /** For {@code @MethodSource}. */
    public static final String MAJORS = "dev.schemalatch.testing.Databases#majors";

    /** For tests that the server's version makes no difference to. */
    public static final int ANY_MAJOR = 17;

    private static final EmbeddedPostgres POSTGRES = new EmbeddedPostgres(Folders.of(System.getenv()));
    private static final Map<Integer, EmbeddedServer> SERVERS = new ConcurrentHashMap<>();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Databases() {}

    /** 14 to 18; {@code -Dschemalatch.majors=14,18} for fewer while writing. */
    public static Stream<Integer> majors() {
        var wanted = System.getProperty("schemalatch.majors", "");
        return POSTGRES.majors().stream()
                .filter(major -> wanted.isEmpty() || List.of(wanted.split(",")).contains(major.toString()));
    }

    public static TestDatabase create(int major) {
        return TestDatabase.on(server(major), "test_" + COUNT.incrementAndGet());
    }

    public static TestDatabase create() {
        return create(ANY_MAJOR);
    }

    /** The shared server; it listens on 127.0.0.1 with a password. */
    public static EmbeddedServer server(int major) {
        return SERVERS.computeIfAbsent(major, POSTGRES::startOnLoopback);
    }
}
