package dev.schemalatch.gitops;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rules of kstatus for a custom resource, in their order: deletion, generation, then the first of Reconciling and Stalled
 * that is true, then Ready. What has none of them is current at once.
 */
public enum Kstatus {
    InProgress,
    Failed,
    Current,
    Terminating;

    public static Kstatus of(Map<String, Object> resource) {
        var metadata = map(resource.get("metadata"));
        if (metadata.containsKey("deletionTimestamp")) {
            return Terminating;
        }
        var status = map(resource.get("status"));
        if (status.containsKey("observedGeneration")
                && !Objects.equals(status.get("observedGeneration"), metadata.get("generation"))) {
            return InProgress;
        }
        var conditions = conditions(status);
        for (var condition : conditions) {
            if (is(condition, "Reconciling", "True")) {
                return InProgress;
            }
            if (is(condition, "Stalled", "True")) {
                return Failed;
            }
        }
        return conditions.stream()
                .filter(condition -> "Ready".equals(condition.get("type")))
                .findFirst()
                .map(ready -> is(ready, "Ready", "True") ? Current : InProgress)
                .orElse(Current);
    }

    static List<Map<String, Object>> conditions(Map<String, Object> status) {
        return ((List<?>) status.getOrDefault("conditions", List.of()))
                .stream().map(Kstatus::map).toList();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) requireNonNullElse(value, Map.of());
    }

    private static boolean is(Map<String, Object> condition, String type, String status) {
        return type.equals(condition.get("type")) && status.equals(condition.get("status"));
    }
}
