package dev.schemalatch;

import dev.schemalatch.check.Road;
import dev.schemalatch.connection.AddressPolicy;
import dev.schemalatch.embedded.EmbeddedPostgres;
import dev.schemalatch.embedded.Folders;
import dev.schemalatch.postgres.Postgres;
import dev.schemalatch.registry.Images;
import dev.schemalatch.shadow.Shadows;
import dev.schemalatch.shadow.Trust;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The engine as a cluster needs it: tenants name the hosts, so not every address is connected to. */
@Singleton
final class ClusterEngine {

    @Produces
    @Singleton
    Shadows shadows(Postgres postgres) {
        return new Shadows(new EmbeddedPostgres(Folders.of(System.getenv())), postgres, Trust.Strangers);
    }

    void stop(@Disposes Shadows shadows) {
        shadows.close();
    }

    @Produces
    @Singleton
    AddressPolicy addresses(
            @ConfigProperty(name = "schemalatch.allowed-addresses") Optional<List<String>> allowed,
            @ConfigProperty(name = "schemalatch.refused-addresses") Optional<List<String>> refused) {
        return AddressPolicy.guarded(refused.orElse(List.of()), allowed.orElse(List.of()));
    }

    @Produces
    @Singleton
    Postgres postgres(AddressPolicy addresses) {
        return new Postgres(addresses);
    }

    @Produces
    @Singleton
    Images images(Config settings, AddressPolicy addresses) {
        return new Images(
                new RegistrySettings(name -> settings.getOptionalValue(name, String.class)).registries(addresses));
    }

    /** The {@link dev.schemalatch.check.Checker} and the {@link dev.schemalatch.check.Glancer}. */
    @Produces
    @Singleton
    Road road(Postgres postgres, Shadows shadows) {
        return new Road(postgres, shadows, InstantSource.system());
    }
}
