package dev.schemalatch.registry;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Source;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Migrations in images, within what an installation allows. Holds nothing of a tenant's but layers on disk, and gives those to
 * nobody who was not shown their manifest.
 */
public final class Images {

    /** Failures after which another place, where there is one, is asked for the same. */
    private static final Set<Reason> OF_ONE_PLACE = EnumSet.of(
            Reason.AddressRefused,
            Reason.ImageAccessDenied,
            Reason.ImageCorrupt,
            Reason.ImageNotFound,
            Reason.PlainHttpRefused,
            Reason.RedirectRefused,
            Reason.RegistryBusy,
            Reason.RegistryTimeout,
            Reason.RegistryUnreachable,
            Reason.TlsRefused);

    private final Registries registries;
    private final Trust trust;
    private final Cache cache;

    public Images(Registries registries) {
        this.registries = registries;
        this.trust = new Trust(registries);
        this.cache = new Cache(registries.cache(), registries.cacheBytes());
    }

    /**
     * The migrations in a folder of an image.
     *
     * @param path as the folder is called inside the image; may be empty for an artifact
     */
    public Source source(ImageReference image, String path, Credentials credentials) {
        return () -> {
            var folder = Entry.path(path)
                    .orElseThrow(() -> FailedException.of(
                            Reason.SpecInvalid,
                            "The path in image " + image + " leads out of it. Name a folder without '..'."));
            return ask(image, credentials, pull -> pull.read(folder, path.isBlank()));
        };
    }

    /**
     * The image by its digest, as its registry knows it now.
     *
     * @throws FailedException where that cannot be told
     */
    public ImageReference resolve(ImageReference image, Credentials credentials) {
        return ask(image, credentials, pull -> image.at(pull.resolve().toString()));
    }

    private <T> T ask(ImageReference image, Credentials credentials, Function<Pull, T> question) {
        if (!registries.allows(image)) {
            throw FailedException.of(
                    Reason.RegistryNotAllowed,
                    "This installation does not read " + image.name() + ": it is on the list of allowed registries"
                            + " by no line. Name another image, or have the list changed.");
        }
        try (var deadline = Deadline.in(registries.limits().time())) {
            var places = Endpoint.of(image, registries);
            for (var mirror : places.subList(0, places.size() - 1)) {
                // a mirror that hangs leaves time for the registry itself
                try (var share = deadline.within(deadline.remaining().dividedBy(3))) {
                    return ask(image, mirror, credentials, share, question);
                } catch (FailedException failed) {
                    if (!OF_ONE_PLACE.contains(failed.failure().reason())) {
                        throw failed;
                    }
                }
            }
            return ask(image, places.get(places.size() - 1), credentials, deadline, question);
        }
    }

    private <T> T ask(
            ImageReference image,
            Endpoint place,
            Credentials credentials,
            Deadline deadline,
            Function<Pull, T> question) {
        var fitting = credentials.matching(place.host(), place.repository());
        var logins = fitting.isEmpty() ? List.<Login>of(new Login.Anonymous()) : fitting;
        var denied = Optional.<FailedException>empty();
        for (var login : logins) {
            try (var wire = new Wire(registries, trust, deadline)) {
                var dialogue = new Dialogue(place, login, wire, image);
                return question.apply(new Pull(image, dialogue, cache, registries.limits()));
            } catch (FailedException failed) {
                if (failed.failure().reason() != Reason.ImageAccessDenied) {
                    throw failed;
                }
                denied = Optional.of(denied.orElse(failed));
            }
        }
        throw denied.orElseThrow();
    }
}
