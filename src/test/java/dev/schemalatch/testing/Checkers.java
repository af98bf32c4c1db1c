package dev.schemalatch.testing;

import dev.schemalatch.check.Checker;
import dev.schemalatch.check.Glancer;
import dev.schemalatch.check.Road;
import dev.schemalatch.connection.AddressPolicy;
import dev.schemalatch.embedded.EmbeddedPostgres;
import dev.schemalatch.embedded.Folders;
import dev.schemalatch.postgres.Postgres;
import dev.schemalatch.shadow.Shadows;
import dev.schemalatch.shadow.Trust;
import java.time.InstantSource;

/** The real checker, with one set of shadow servers for the whole test run. */
public final class Checkers {

    private static final Postgres POSTGRES = new Postgres(AddressPolicy.open());
    private static final Shadows SHADOWS =
            new Shadows(new EmbeddedPostgres(Folders.of(System.getenv())), POSTGRES, Trust.Own);
    private static final Road REAL = new Road(POSTGRES, SHADOWS, InstantSource.system());

    private Checkers() {}

    public static Checker real() {
        return REAL;
    }

    public static Glancer glancer() {
        return REAL;
    }

    /** The shadows that {@link #real()} replays in. */
    public static Shadows shadows() {
        return SHADOWS;
    }
}
