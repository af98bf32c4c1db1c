package dev.schemalatch.operator;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A touch of a Deployment, so that its controller tries again. It stands in an annotation, so that an operator that starts
 * anew goes on where the last one stopped.
 *
 * @param template that was to start, as a hash; a Deployment's generation will not do, since touching raises it
 * @param count how often it was touched for that
 */
record Nudge(String template, int count, Instant at) {

    /** {@code <template>/<count>/<RFC 3339>}. */
    static final String ANNOTATION = "schemalatch.dev/nudged";

    /** Where touching does not help, something else is in the way: a quota, another policy. */
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final int LAST_DOUBLING = 10;
    private static final int HASH_BYTES = 6;
    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{1,64})/(\\d{1,6})/(.+)");

    /** The last touch of what the Deployment is to start now. */
    static Optional<Nudge> last(Deployment deployment) {
        return Optional.ofNullable(deployment.getMetadata().getAnnotations())
                .map(annotations -> annotations.get(ANNOTATION))
                .flatMap(Nudge::read)
                .filter(nudge -> nudge.template.equals(template(deployment)));
    }

    private static Optional<Nudge> read(String text) {
        var matcher = TEXT.matcher(text);
        try {
            return matcher.matches()
                    ? Optional.of(new Nudge(
                            matcher.group(1), Integer.parseInt(matcher.group(2)), Instant.parse(matcher.group(3))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String template(Deployment deployment) {
        var template = Serialization.asJson(deployment.getSpec().getTemplate());
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(template.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static Nudge after(Optional<Nudge> last, Deployment deployment, Instant now) {
        return new Nudge(template(deployment), last.map(Nudge::count).orElse(0) + 1, now);
    }

    /** A touch of one that waits: it counts for nothing when it may start. */
    static Nudge idle(Deployment deployment, Instant now) {
        return new Nudge(template(deployment), 0, now);
    }

    /** When one that waits is touched again. */
    Instant stale() {
        return at.plus(LONGEST_PAUSE);
    }

    /** When to touch again. */
    Instant next() {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(count - 1L, 0, LAST_DOUBLING));
        return at.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    String text() {
        return "%s/%d/%s".formatted(template, count, at);
    }
}
