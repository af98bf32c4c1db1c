package dev.schemalatch.registry;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A server that may have an image: its registry, or a mirror of that.
 *
 * @param host with its port, as it is connected to
 * @param repository what this server calls the image
 * @param mirrored the registry that it stands in for
 * @param plain whether it is spoken to without TLS
 */
record Endpoint(String host, String repository, Optional<String> mirrored, boolean plain) {

    private static final String HUB_API = "registry-1.docker.io";

    /** Where an image is looked for, in this order; its own registry comes last. */
    static List<Endpoint> of(ImageReference image, Registries registries) {
        var all = new ArrayList<Endpoint>();
        for (var written : registries.mirrors().getOrDefault(image.registry(), List.of())) {
            var mirror = written.replaceFirst("^https://", "").replaceFirst("/+$", "");
            var slash = mirror.indexOf('/');
            var host = slash < 0 ? mirror : mirror.substring(0, slash);
            var repository = slash < 0 ? image.repository() : mirror.substring(slash + 1) + "/" + image.repository();
            all.add(endpoint(host, repository, Optional.of(image.registry()), registries));
        }
        all.add(endpoint(image.registry(), image.repository(), Optional.empty(), registries));
        return List.copyOf(all);
    }

    private static Endpoint endpoint(String host, String repository, Optional<String> mirrored, Registries registries) {
        return new Endpoint(host, repository, mirrored, registries.plainHttp().contains(host));
    }

    /** What is asked for, such as {@code manifests/1.2}. */
    URI uri(String what) {
        var server = host.equals(ImageReference.DOCKER_HUB) ? HUB_API : host;
        // as containerd asks its mirrors: one may stand in for several registries
        var namespace = mirrored.map(registry -> "?ns=" + registry).orElse("");
        return URI.create((plain ? "http://" : "https://") + server + "/v2/" + repository + "/" + what + namespace);
    }
}
