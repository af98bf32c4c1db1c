package dev.schemalatch.registry;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import dev.schemalatch.source.FileTree;
import dev.schemalatch.source.ProjectFolder;
import dev.schemalatch.source.Shown;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder in an image or an artifact: the migrations themselves, or a project that keeps them where projects do.
 *
 * @param path as the user wrote it, without slashes at its ends
 * @param artifact whether layers only add to one another
 */
record ImageFolder(ImageReference image, String path, boolean artifact, Layers layers, PullLimits limits) {

    private static final int MOST_LINKS = 40;

    /** The folder, wherever links have put it. */
    private record Found(String folder, Overlay overlay) {}

    /**
     * Reads it.
     *
     * @param digest what the image's name stands for
     * @throws FailedException {@code MigrationsEmpty} where there is no such folder or nothing in it
     */
    Bundle read(Digest digest) {
        var found = Stream.concat(
                        layers.packedFolder().filter(title -> artifact && path.isEmpty()).stream(), Stream.of(path))
                .flatMap(ImageFolder::candidates)
                .flatMap(candidate -> find(candidate).stream())
                .findFirst()
                .orElseThrow(this::absent);
        var tree = new FileTree(
                "Image " + image + ", folder /" + Shown.name(found.folder()),
                limits.migrations(),
                Reason.MigrationsTooLarge);
        new Subtree(image, found.folder(), found.overlay().below(), layers).into(tree);
        return tree.bundle("Image", image.toString(), Optional.of(digest.toString()), Bundle.Shape.TREE);
    }

    private static Stream<String> candidates(String folder) {
        return Stream.concat(
                ProjectFolder.CONVENTIONAL.stream().map(below -> Entry.in(folder, below)), Stream.of(folder));
    }

    private Optional<Found> find(String wanted) {
        var folder = wanted;
        for (var hop = 0; hop < MOST_LINKS; hop++) {
            var overlay = overlay(folder);
            var elsewhere = overlay.elsewhere();
            if (elsewhere.isEmpty()) {
                return overlay.exists() ? Optional.of(new Found(folder, overlay)) : Optional.empty();
            }
            folder = elsewhere.get();
        }
        return Optional.empty();
    }

    /** Looks at layers from the top, and at no more of them than matter. */
    private Overlay overlay(String folder) {
        var overlay = new Overlay(image, folder, !artifact, limits.migrations().files());
        for (var number = layers.count() - 1; number >= 0 && !overlay.isSettled(); number--) {
            var layer = overlay.layer(number);
            layers.entries(number, layer::see);
            layer.done();
        }
        return overlay;
    }

    private FailedException absent() {
        return FailedException.of(
                Reason.MigrationsEmpty,
                "Image " + image + " has no folder /" + Shown.name(path)
                        + ". Name the folder of the migrations as it is called inside the image.");
    }
}
