package dev.schemalatch.registry;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.registry.Cache.Part;
import dev.schemalatch.source.Bundle;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * One reading of an image, as one server shows it to one login. What is cached is used only after this login was shown, in this
 * reading, the manifest that names it.
 */
record Pull(ImageReference image, Dialogue dialogue, Cache cache, PullLimits limits) {

    private static final int DEEPEST = 3;

    /** The digest that the name stands for. */
    Digest resolve() {
        return dialogue.digest(image.version())
                .orElseGet(() -> dialogue.manifest(image.version()).digest());
    }

    /**
     * Reads a folder.
     *
     * @param unnamed whether the user named none: artifacts have no other
     */
    Bundle read(String path, boolean unnamed) {
        var root = root();
        var layers = layers(Manifest.parse(image, root.content()), 0);
        if (unnamed && !layers.artifact()) {
            throw FailedException.of(
                    Reason.SpecInvalid,
                    "Image " + image + " needs the path of its migrations, such as /app/prisma/migrations (path; on the"
                            + " command line: --migrations-path).");
        }
        var pulled = new Layers(image, layers.layers(), dialogue, cache, limits);
        return new ImageFolder(image, path, layers.artifact(), pulled, limits).read(root.digest());
    }

    private Dialogue.Fetched root() {
        var shown = dialogue.digest(image.version());
        // a server that names another digest than was asked for has not shown the one that was
        var kept = shown.filter(digest -> image.digest()
                        .filter(asked -> !asked.equals(digest.toString()))
                        .isEmpty())
                .flatMap(this::kept);
        return kept.orElseGet(() -> keep(dialogue.manifest(
                image.digest().isPresent()
                        ? image.version()
                        : shown.map(Digest::toString).orElse(image.version()))));
    }

    private Manifest.Layers layers(Manifest manifest, int depth) {
        return switch (manifest) {
            case Manifest.Layers layers -> layers;
            case Manifest.Index index -> {
                var chosen = Platforms.ofThisMachine()
                        .choose(index.platforms())
                        .filter(one -> depth < DEEPEST)
                        .orElseThrow(() -> Manifest.unsupported(
                                image, "is there for no Linux system. Name an image that is, or push one"));
                var fetched = kept(chosen.digest())
                        .orElseGet(() -> keep(dialogue.manifest(chosen.digest().toString())));
                yield layers(Manifest.parse(image, fetched.content()), depth + 1);
            }
        };
    }

    private Optional<Dialogue.Fetched> kept(Digest digest) {
        try {
            var file = cache.find(image, digest, Part.CONTENT);
            return file.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Files.readAllBytes(file.get()))
                            .filter(digest::of)
                            .map(content -> new Dialogue.Fetched(digest, content));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private Dialogue.Fetched keep(Dialogue.Fetched fetched) {
        try (var draft = cache.draft()) {
            try (var out = new BufferedOutputStream(Files.newOutputStream(draft.file()))) {
                draft.append(out, fetched.content(), fetched.content().length);
            }
            draft.keep(image, fetched.digest(), Part.CONTENT);
            return fetched;
        } catch (IOException unusable) {
            throw Cache.unusable(unusable);
        }
    }
}
