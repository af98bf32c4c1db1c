package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus;
import dev.schemalatch.api.v1alpha1.MigrationsStatus;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.registry.Images;
import dev.schemalatch.verdict.Judgement.Truth;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An operator that reads images, of a registry that is open and one that wants a login. */
abstract class ImagesOnCluster extends OperatorOnCluster {

    final Migrations database = new Migrations();
    final ShippedImages shipped;
    final ShippedImages secret;
    private Optional<Images> images;

    ImagesOnCluster(Path folder) throws IOException {
        shipped = ShippedImages.start(folder);
        secret = ShippedImages.withLogin(folder);
        images = Optional.of(shipped.reader());
    }

    @BeforeEach
    void aDatabase() {
        database.apply("1_init");
        checker.answers(database::report);
        cluster.admin().resource(Resources.secret(namespace)).create();
    }

    @AfterEach
    void stopRegistries() {
        shipped.close();
        secret.close();
    }

    @Override
    Installation installed(Installation least) {
        return images.map(least::reading).orElse(least);
    }

    /** The operator of another installation. */
    final void restart(Optional<Images> reader) {
        images = reader;
        operator.close();
        operator = startOperator(cluster.operator());
    }

    final void check(String source) {
        cluster.admin().resource(unnumbered(written(source))).create();
    }

    final void edit(String source) {
        edit("orders", written(source));
    }

    private MigrationDriftCheck written(String source) {
        return Resources.of(namespace, "orders", source, "");
    }

    final void stalls(Reason reason, String message) {
        eventually("orders", status -> {
            assertThat(condition(status, "Ready").reason()).isEqualTo(reason.name());
            assertThat(condition(status, "Ready").message()).contains(message);
            assertThat(truth(status, "Stalled")).isEqualTo(Truth.True);
        });
    }

    final void serviceAccount(String name, String... secrets) {
        var account = new ServiceAccountBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata();
        for (var pullSecret : secrets) {
            account.addNewImagePullSecret(pullSecret);
        }
        cluster.admin().resource(account.build()).create();
    }

    static MigrationsStatus migrations(MigrationDriftCheckStatus status) {
        assertThat(status.migrations()).isNotNull();
        return Objects.requireNonNull(status.migrations());
    }

    static MigrationsStatus.SourceStatus source(MigrationDriftCheckStatus status) {
        assertThat(migrations(status).source()).isNotNull();
        return Objects.requireNonNull(migrations(status).source());
    }
}
