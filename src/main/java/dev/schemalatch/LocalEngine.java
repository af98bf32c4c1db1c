package dev.schemalatch;

import dev.schemalatch.check.Checker;
import dev.schemalatch.check.Differ;
import dev.schemalatch.check.Road;
import dev.schemalatch.check.TwoDatabases;
import dev.schemalatch.cli.Engine;
import dev.schemalatch.connection.AddressPolicy;
import dev.schemalatch.embedded.EmbeddedPostgres;
import dev.schemalatch.embedded.Folders;
import dev.schemalatch.postgres.Postgres;
import dev.schemalatch.shadow.Shadows;
import dev.schemalatch.shadow.Trust;
import java.time.InstantSource;

/** The engine of one person's process: it connects where that person may, and ends its servers when it is closed. */
final class LocalEngine implements Engine {

    private final Shadows shadows;
    private final Checker checker;
    private final Differ differ;

    LocalEngine() {
        var postgres = new Postgres(AddressPolicy.open());
        this.shadows = new Shadows(new EmbeddedPostgres(Folders.of(System.getenv())), postgres, Trust.Own);
        this.checker = new Road(postgres, shadows, InstantSource.system());
        this.differ = new TwoDatabases(postgres, shadows, InstantSource.system());
    }

    @Override
    public Checker checker() {
        return checker;
    }

    @Override
    public Differ differ() {
        return differ;
    }

    @Override
    public void close() {
        shadows.close();
    }
}
