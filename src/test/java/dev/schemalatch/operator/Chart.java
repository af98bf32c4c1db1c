package dev.schemalatch.operator;

import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The chart as a cluster would get it. */
final class Chart {

    static final Path FOLDER = Path.of("deploy", "helm", "schemalatch");
    static final String NAMESPACE = "schemalatch";

    private Chart() {}

    static String text(Map<String, Object> values) {
        var template = new Helm(FOLDER)
                .template()
                .withName("schemalatch")
                .withNamespace(NAMESPACE)
                .withKubeVersion("1.36.0");
        values.forEach(template::set);
        return template.call();
    }

    static List<HasMetadata> objects(Map<String, Object> values) {
        return Arrays.stream(text(values).split("(?m)^---\\s*$"))
                .filter(document -> document.contains("kind:"))
                .map(document -> (HasMetadata) Serialization.unmarshal(document))
                .toList();
    }

    static <T extends HasMetadata> List<T> objects(Class<T> kind, Map<String, Object> values) {
        return objects(values).stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    static <T extends HasMetadata> T object(Class<T> kind) {
        return objects(kind, Map.of()).get(0);
    }
}
