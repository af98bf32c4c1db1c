package dev.schemalatch.gate;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The images that a pod template runs, and what pulls them. The chart's policy {@code rollouts.yaml} finds a container's image by the
 * same rules.
 *
 * @param images by container, init containers last
 * @param main the container that is meant where none is named
 * @param serviceAccount whose pull Secrets count too
 * @param pullSecrets names of the template's own
 */
public record PodImages(Map<String, String> images, String main, String serviceAccount, List<String> pullSecrets) {

    /** The service account of pods that name none. */
    private static final String DEFAULT_ACCOUNT = "default";

    /** What kubectl goes by, where a container is not named. */
    private static final String MAIN = "kubectl.kubernetes.io/default-container";

    public PodImages {
        images = Collections.unmodifiableMap(new LinkedHashMap<>(images));
        pullSecrets = List.copyOf(pullSecrets);
    }

    /** No pod, but the namespace's own way to pull images. */
    public static PodImages none() {
        return new PodImages(Map.of(), "", DEFAULT_ACCOUNT, List.of());
    }

    /** Those of a pod template. */
    public static PodImages of(PodTemplateSpec template) {
        var images = new LinkedHashMap<String, String>();
        Stream.concat(parts(template, PodSpec::getContainers), parts(template, PodSpec::getInitContainers))
                .forEach(container -> images.putIfAbsent(container.getName(), image(container)));
        var first = images.keySet().stream().findFirst().orElse("");
        var account = Optional.ofNullable(template.getSpec())
                .map(PodSpec::getServiceAccountName)
                .filter(name -> !name.isEmpty());
        return new PodImages(
                images,
                annotation(template).orElse(first),
                account.orElse(DEFAULT_ACCOUNT),
                parts(template, PodSpec::getImagePullSecrets)
                        .map(LocalObjectReference::getName)
                        .flatMap(Stream::ofNullable)
                        .toList());
    }

    private static String image(Container container) {
        return Optional.ofNullable(container.getImage()).orElse("");
    }

    private static Optional<String> annotation(PodTemplateSpec template) {
        return Optional.ofNullable(template.getMetadata())
                .map(ObjectMeta::getAnnotations)
                .map(annotations -> annotations.get(MAIN));
    }

    static <T> Stream<T> parts(PodTemplateSpec template, Function<PodSpec, List<T>> part) {
        return Optional.ofNullable(template.getSpec()).map(part).stream().flatMap(Collection::stream);
    }

    /** The image of a container; empty where there is none of that name, or it names no image. */
    public Optional<String> image(Optional<String> container) {
        return Optional.ofNullable(
                        images.get(container.filter(name -> !name.isEmpty()).orElse(main)))
                .filter(image -> !image.isEmpty());
    }
}
