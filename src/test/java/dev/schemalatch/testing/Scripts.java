package dev.schemalatch.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** SQL that several tests run. */
public final class Scripts {

    private Scripts() {}

    /** Makes sure of the roles {@code alice} and {@code bob}, who may not log in. */
    public static String roles() {
        return """
                DO $$ BEGIN CREATE ROLE alice; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                DO $$ BEGIN CREATE ROLE bob; EXCEPTION WHEN duplicate_object THEN NULL; END $$
                """;
    }

    /** A schema with every form of every kind of object that is read. */
    public static String rich() {
        try (var stream = Scripts.class.getResourceAsStream("/catalog/rich.sql")) {
            if (stream == null) {
                throw new IllegalStateException("rich.sql is not among the test resources");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
