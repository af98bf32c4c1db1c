package dev.schemalatch.registry;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Shown;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An image's name, complete as Docker completes it: {@code orders} is {@code docker.io/library/orders:latest}.
 *
 * @param registry host and port
 * @param repository what the registry calls the image
 * @param tag empty where only a digest is named
 * @param digest names one content for ever; where there is one, the tag means nothing
 * @see <a href="https://github.com/distribution/reference/blob/main/reference.go">the grammar</a>
 */
public record ImageReference(String registry, String repository, Optional<String> tag, Optional<String> digest) {

    static final String DOCKER_HUB = "docker.io";

    private static final int LONGEST = 255;
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?";
    private static final Pattern REGISTRY =
            Pattern.compile("(?:%1$s(?:\\.%1$s)*|\\[[0-9A-Fa-f:]+\\])(?::[0-9]{1,5})?".formatted(LABEL));
    private static final String PART = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
    private static final Pattern REPOSITORY = Pattern.compile("%1$s(?:/%1$s)*".formatted(PART));
    private static final Pattern TAG = Pattern.compile("\\w[\\w.-]{0,127}");

    /**
     * Reads {@code registry.example:5000/team/orders:1.2@sha256:..}, or any part of it that Docker understands.
     *
     * @throws FailedException {@code ImageReferenceInvalid} where it is no name of an image
     */
    public static ImageReference parse(String text) {
        var at = text.indexOf('@');
        var digest = at < 0 ? Optional.<String>empty() : Optional.of(text.substring(at + 1));
        if (digest.isPresent() && Digest.parse(digest.get()).isEmpty()) {
            throw invalid(text, "its digest is not sha256: with 64 hex digits (or sha512: with 128)");
        }
        var named = at < 0 ? text : text.substring(0, at);
        var colon = named.indexOf(':', named.lastIndexOf('/') + 1);
        var tag = colon < 0 ? Optional.<String>empty() : Optional.of(named.substring(colon + 1));
        if (tag.isPresent() && !TAG.matcher(tag.get()).matches()) {
            throw invalid(text, "what follows its last colon is no tag");
        }
        var path = colon < 0 ? named : named.substring(0, colon);
        var slash = path.indexOf('/');
        var registry = slash > 0 && isRegistry(path.substring(0, slash)) ? path.substring(0, slash) : DOCKER_HUB;
        var rest = slash > 0 && isRegistry(path.substring(0, slash)) ? path.substring(slash + 1) : path;
        return checked(text, registry, rest, tag, digest);
    }

    private static ImageReference checked(
            String text, String registry, String rest, Optional<String> tag, Optional<String> digest) {
        if (!REGISTRY.matcher(registry).matches()) {
            throw invalid(text, "its registry is no host with an optional port");
        }
        var hub = registry.equals(DOCKER_HUB) || registry.equals("index.docker.io");
        var repository = hub && rest.indexOf('/') < 0 ? "library/" + rest : rest;
        if (repository.length() > LONGEST || !REPOSITORY.matcher(repository).matches()) {
            throw invalid(
                    text,
                    rest.isEmpty()
                            ? "it names no repository"
                            : "its repository is not of lower-case letters, digits and single separators");
        }
        return new ImageReference(
                hub ? DOCKER_HUB : registry,
                repository,
                tag.isEmpty() && digest.isEmpty() ? Optional.of("latest") : tag,
                digest);
    }

    /**
     * Whether a text names an image and says its registry, tag or digest: enough to tell it from a path that is not there.
     */
    public static boolean looksLike(String text) {
        var slash = text.indexOf('/');
        var says = slash > 0 && isRegistry(text.substring(0, slash)) || text.indexOf(':') > 0;
        try {
            return says && !parse(text).repository().isEmpty();
        } catch (FailedException other) {
            return false;
        }
    }

    // Docker's own rule: without one of these, what stands before the slash is part of a name on Docker Hub
    private static boolean isRegistry(String first) {
        return first.indexOf('.') > 0
                || first.indexOf(':') >= 0
                || first.equals("localhost")
                || first.codePoints().anyMatch(Character::isUpperCase);
    }

    /** The same image by its content. */
    public ImageReference at(String resolved) {
        return new ImageReference(registry, repository, tag, Optional.of(resolved));
    }

    /** What the registry is asked for. */
    String version() {
        return digest.or(() -> tag).orElse("latest");
    }

    /** The name without tag and digest. */
    String name() {
        return registry + "/" + repository;
    }

    @Override
    public String toString() {
        return name()
                + tag.map(text -> ":" + text).orElse("")
                + digest.map(text -> "@" + text).orElse("");
    }

    private static FailedException invalid(String text, String why) {
        return FailedException.of(
                Reason.ImageReferenceInvalid,
                "'" + Shown.name(text) + "' names no image: " + why
                        + ". Write it like registry.example/team/orders:1.2.");
    }
}
