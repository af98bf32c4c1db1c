package dev.schemalatch.shadow;

import dev.schemalatch.connection.AddressPolicy;
import dev.schemalatch.embedded.EmbeddedPostgres;
import dev.schemalatch.embedded.Folders;
import dev.schemalatch.postgres.Postgres;
import dev.schemalatch.tool.Content;
import dev.schemalatch.tool.Migration;
import dev.schemalatch.tool.Script;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Shadows for a test class, and the shortest way to replay something. */
final class ShadowFixture implements AutoCloseable {

    final Shadows shadows = new Shadows(
            new EmbeddedPostgres(Folders.of(System.getenv())), new Postgres(AddressPolicy.open()), Trust.Strangers);

    static Migration migration(String name, String sql) {
        return new Migration(name, name + "/migration.sql", new Content.Sql(Script.asItIs(sql)));
    }

    static Preparation plain() {
        return new Preparation("public", List.of(), List.of(), Duration.ofSeconds(60));
    }

    static Preparation within(Duration limit) {
        return new Preparation("public", List.of(), List.of(), limit);
    }

    /** Replays texts as migrations m1, m2 ... and asks something. */
    <T> T replay(int major, Preparation preparation, Function<Scratch, T> question, String... texts) {
        return shadows.embedded(major).scratch(preparation, scratch -> {
            for (var i = 0; i < texts.length; i++) {
                scratch.apply(migration("m" + (i + 1), texts[i]));
            }
            return question.apply(scratch);
        });
    }

    @Override
    public void close() {
        shadows.close();
    }
}
