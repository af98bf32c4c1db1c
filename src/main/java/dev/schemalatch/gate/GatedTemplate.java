package dev.schemalatch.gate;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodReadinessGate;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A pod template that asks before it starts. The chart's policy {@code rollouts.yaml} reads templates by the same rules.
 *
 * @param sources the migrations that it ships, by the check that it asks; empty where it names none
 * @param images its containers' images, separated by commas
 * @param pod the same by container, with what pulls them
 * @param byReadiness whether its pods wait for a condition of ours before they are ready
 */
public record GatedTemplate(Map<String, Optional<String>> sources, String images, PodImages pod, boolean byReadiness) {

    /** The label of a pod template that asks. */
    public static final String LABEL = "schemalatch.dev/gated";

    /** The annotation that names the checks to ask, separated by commas. */
    public static final String CHECK = "schemalatch.dev/check";

    /** The annotation that names the migrations that the version ships. */
    public static final String MIGRATIONS = "schemalatch.dev/migrations";

    /** What stands before a check's name in the annotation that names the migrations for that check alone. */
    public static final String MIGRATIONS_OF = "migrations.schemalatch.dev/";

    /** The condition that a pod's {@code readinessGates} can name. */
    public static final String READINESS = "schemalatch.dev/rollout-allowed";

    public GatedTemplate {
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }

    /** What a template asks; empty where it does not. */
    public static Optional<GatedTemplate> of(PodTemplateSpec template) {
        var metadata = Optional.ofNullable(template.getMetadata()).orElseGet(ObjectMeta::new);
        return isGated(metadata) ? Optional.of(read(metadata, template)) : Optional.empty();
    }

    /** Whether the label is there. */
    public static boolean isGated(ObjectMeta metadata) {
        return Optional.ofNullable(metadata.getLabels())
                .map(labels -> labels.get(LABEL))
                .filter("true"::equals)
                .isPresent();
    }

    private static GatedTemplate read(ObjectMeta metadata, PodTemplateSpec template) {
        var annotations = Optional.ofNullable(metadata.getAnnotations()).orElseGet(Map::of);
        var sources = new LinkedHashMap<String, Optional<String>>();
        names(annotations.getOrDefault(CHECK, ""))
                .forEach(check -> sources.put(
                        check,
                        Optional.ofNullable(annotations.get(MIGRATIONS_OF + check))
                                .or(() -> Optional.ofNullable(annotations.get(MIGRATIONS)))));
        return new GatedTemplate(sources, images(template), PodImages.of(template), byReadiness(template));
    }

    private static String images(PodTemplateSpec template) {
        return PodImages.parts(template, spec -> spec.getContainers())
                .map(Container::getImage)
                .map(image -> Objects.requireNonNullElse(image, ""))
                .collect(Collectors.joining(","));
    }

    private static boolean byReadiness(PodTemplateSpec template) {
        return PodImages.parts(template, spec -> spec.getReadinessGates())
                .map(PodReadinessGate::getConditionType)
                .anyMatch(READINESS::equals);
    }

    /** The names of a list that people write, separated by commas. */
    public static List<String> names(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** The checks that it asks. */
    public Set<String> checks() {
        return sources.keySet();
    }

    /**
     * The version, as a check that it asks knows it.
     *
     * @param container whose image has the migrations of a version that names none, where the check says so
     */
    public Version version(String check, Optional<String> container) {
        var source = sources.getOrDefault(check, Optional.empty())
                .or(() -> container.flatMap(name -> pod.image(Optional.of(name))));
        return new Version(source.orElse(""), images);
    }
}
