package dev.schemalatch.drift;

import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.catalog.Respelling;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A hash over what differs and how; why it differs is left out. */
final class Fingerprint {

    /** Enough to tell drifts apart, short enough for a column of a table. */
    private static final int BYTES_SHOWN = 8;

    private final MessageDigest digest = sha256();

    /** Hex digits; the same differences give the same ones, whatever their cause. */
    static String of(Drift drift) {
        var fingerprint = new Fingerprint();
        drift.differences().stream()
                .sorted((a, b) -> a.key().compareTo(b.key()))
                .forEach(fingerprint::add);
        return HexFormat.of().formatHex(fingerprint.digest.digest(), 0, BYTES_SHOWN);
    }

    private void add(Difference difference) {
        feed(difference.change().name());
        feed(difference.key());
        feed(Integer.toString(difference.attributes().size()));
        difference.attributes().forEach((name, values) -> {
            feed(name);
            feed(values.expected());
            feed(values.actual());
        });
        feed(Integer.toString(difference.parts().size()));
        difference.parts().stream().sorted().forEach(this::feed);
    }

    private void feed(ObjectKey key) {
        feed(key.type());
        feed(key.identity());
    }

    private void feed(Optional<String> value) {
        feed(value.isPresent() ? "set" : "unset");
        value.map(Respelling::of).ifPresent(this::feed);
    }

    /** With its length before it, so that no two lists of values read the same. */
    private void feed(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
