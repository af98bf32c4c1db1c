package dev.schemalatch.check;

import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.source.ConfigMapSource;
import dev.schemalatch.source.Source;
import dev.schemalatch.testing.TestDatabase;
import dev.schemalatch.tool.HistoryTable;
import dev.schemalatch.tool.Tools;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Migrations of a small shop, in files and as Prisma records them. */
final class Shop {

    static final String USERS = "CREATE TABLE users (id int PRIMARY KEY, email text);";
    static final String ORDERS = "CREATE TABLE orders (id int PRIMARY KEY);";

    private Shop() {}

    /** What {@code prisma migrate deploy} leaves in its table, which is made where it is not there. */
    static void record(TestDatabase database, String migration, String sql) {
        Tools.named("Prisma").createHistory(new HistoryTable("public", "_prisma_migrations")).stream()
                .map(create -> create.replace("CREATE TABLE ", "CREATE TABLE IF NOT EXISTS "))
                .forEach(database::run);
        database.run(("INSERT INTO public._prisma_migrations (id, checksum, migration_name, started_at, finished_at,"
                        + " applied_steps_count) SELECT gen_random_uuid(), encode(sha256($sql$%s$sql$), 'hex'), '%s',"
                        + " now(), now(), 1")
                .formatted(sql, migration));
    }

    static void apply(TestDatabase database, String migration, String sql) {
        database.run(sql);
        record(database, migration, sql);
    }

    /** @param files name and text, in turns */
    static Source configMap(String... files) {
        var data = new TreeMap<String, String>();
        for (var i = 0; i < files.length; i += 2) {
            data.put(files[i] + ".sql", files[i + 1]);
        }
        return new ConfigMapSource("orders-migrations", data, Map.of());
    }

    static CheckRequest request(ConnectionSettings database, Source migrations) {
        return CheckRequest.of("shop/orders", database, migrations, Duration.ofMinutes(1));
    }

    /** What is there by a name. */
    static <T> T the(Map<String, T> known, String name) {
        return Objects.requireNonNull(known.get(name), name);
    }
}
