package dev.schemalatch.registry;

import java.util.Map;
import java.util.Optional;

/**
 * What a manifest says of a content that it names.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/descriptor.md">Descriptors</a>
 */
record Descriptor(String mediaType, Digest digest, long size, Map<String, String> annotations) {

    /** The file or folder that <a href="https://oras.land">ORAS</a> pushed. */
    private static final String TITLE = "org.opencontainers.image.title";

    /** Says that ORAS packed a folder, and unpacks it again. */
    private static final String UNPACK = "io.deis.oras.content.unpack";

    Optional<String> title() {
        return Optional.ofNullable(annotations.get(TITLE)).filter(title -> !title.isBlank());
    }

    /** Whether this is one file of an artifact, as it is. */
    boolean isFile() {
        return title().filter(title -> !annotations.getOrDefault(UNPACK, "").equals("true"))
                .filter(title -> !title.matches("(?s).*\\.(tar|tgz|tar\\.gz|tar\\.zst)"))
                .isPresent();
    }
}
