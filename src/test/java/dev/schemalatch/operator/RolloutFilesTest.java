package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import dev.schemalatch.source.Origin;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is read again while somebody waits, and what is not. */
class RolloutFilesTest {

    private final AtomicInteger pulls = new AtomicInteger();

    @Test
    void whoeverGlancesAsksNoRegistry() {
        var checked = files("orders:1", "orders-1");
        checked.candidates().values().forEach(source -> source.read());
        checked.ownImage().orElseThrow().read();
        assertThat(pulls).hasValue(1);

        for (var glance = 0; glance < 5; glance++) {
            files("orders:1", "orders-1").since(checked).candidates().values().forEach(source -> source.read());
        }

        assertThat(pulls).hasValue(1);
    }

    @Test
    void aVersionThatCameSinceIsRead() {
        var checked = files("orders:1", "orders-1");

        files("orders:2", "orders-1").since(checked).candidates().values().forEach(source -> source.read());

        assertThat(pulls).hasValue(1);
    }

    @Test
    void whatCouldNotBePulledIsNotTriedAgainAtEachGlance() {
        var source = new ReadOnce(() -> {
            pulls.incrementAndGet();
            throw FailedException.of(Reason.ImageNotFound, "no such image");
        });

        assertThatThrownBy(source::read).hasMessageContaining("no such image");
        assertThatThrownBy(source::read).hasMessageContaining("no such image");
        assertThat(pulls).hasValue(1);
    }

    private RolloutFiles files(String image, String configMap) {
        var bundle =
                new Bundle(new Origin("Image", image, "sha256:"), Bundle.Shape.TREE, new TreeMap<>(), new TreeSet<>());
        return new RolloutFiles(
                image,
                new TreeMap<>(Map.of(
                        image,
                        new GateSources.Named(
                                new ReadOnce(() -> {
                                    pulls.incrementAndGet();
                                    return bundle;
                                }),
                                false,
                                true),
                        configMap,
                        new GateSources.Named(() -> bundle, true, false))));
    }
}
