package dev.schemalatch.source;

import java.util.Optional;

/**
 * Where a bundle came from and what it held.
 *
 * @param kind {@code Folder}, {@code ConfigMap}, {@code Archive} or {@code Image}
 * @param name the folder's path, the ConfigMap's name, the image as it was named
 * @param digest {@code sha256:} and the hash over all paths and contents in path order
 * @param resolved what the name stood for at that moment, where it can stand for something else later: an image's digest
 */
public record Origin(String kind, String name, String digest, Optional<String> resolved) {

    private static final int SHOWN = "sha256:".length() + 12;

    public Origin(String kind, String name, String digest) {
        this(kind, name, digest, Optional.empty());
    }

    /** As messages name it: {@code ConfigMap orders-migrations}, {@code Image orders:1.2 (sha256:0123456789ab)}. */
    @Override
    public String toString() {
        return kind + " " + name
                + resolved.filter(to -> !name.endsWith(to))
                        .map(to -> " (" + to.substring(0, Math.min(SHOWN, to.length())) + ")")
                        .orElse("");
    }
}
