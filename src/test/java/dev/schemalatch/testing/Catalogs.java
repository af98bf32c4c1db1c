package dev.schemalatch.testing;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.connection.AddressPolicy;
import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.postgres.CatalogReader;
import dev.schemalatch.postgres.Postgres;
import dev.schemalatch.postgres.Session;
import dev.schemalatch.sql.ServerVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;

/** Catalogs of tests' databases. */
public final class Catalogs {

    private Catalogs() {}

    /** As a check reads it, as superuser. */
    public static Catalog of(TestDatabase database) {
        return of(database.settings());
    }

    /** As a check reads it. */
    public static Catalog of(ConnectionSettings settings) {
        return new Postgres(AddressPolicy.open())
                .read(settings, "test", Duration.ofMinutes(1), session -> new CatalogReader().read(session));
    }

    /** As a transaction sees it that is not committed yet. */
    public static Catalog in(Connection transaction, int major) {
        return in(transaction, major, new CatalogReader()::read);
    }

    /** The same with what depends on what. */
    public static Blueprint blueprintIn(Connection transaction, int major) {
        return in(transaction, major, new CatalogReader()::blueprint);
    }

    private static <T> T in(Connection transaction, int major, Function<Session, T> reading) {
        try (var statement = transaction.createStatement()) {
            statement.execute("SET LOCAL search_path = ''");
            var read = reading.apply(new PreparedSession(transaction, new ServerVersion(major * 10_000)));
            statement.execute("SET LOCAL search_path = public");
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
