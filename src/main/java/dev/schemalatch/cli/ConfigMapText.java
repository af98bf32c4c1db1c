package dev.schemalatch.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.schemalatch.source.PackedConfigMap;
import dev.schemalatch.source.Packing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Packed migrations as the YAML of ConfigMaps, with the label that makes the operator look at once, and as a comment how the check
 * and a gated pod template name them.
 */
record ConfigMapText(Optional<String> namespace, boolean immutable, Optional<String> tool) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    String of(Packing packing) {
        return naming(packing.names())
                + packing.configMaps().stream().map(this::of).collect(Collectors.joining("---\n"));
    }

    private String naming(List<String> names) {
        var source = names.size() == 1
                ? "#     configMap: {name: %s}\n".formatted(names.get(0))
                : "#     configMaps:\n"
                        + names.stream().map("#       - name: %s\n"::formatted).collect(Collectors.joining());
        return """
                # The MigrationDriftCheck names %s:
                #   migrations:
                %s%s\
                # and the pod template of a gated Deployment:
                #   schemalatch.dev/migrations: %s
                """.formatted(
                        names.size() == 1 ? "it" : "them",
                        tool.map("#     tool: %s\n"::formatted).orElse(""),
                        source,
                        String.join(",", names));
    }

    private String of(PackedConfigMap packing) {
        var configMap = JsonNodeFactory.instance.objectNode();
        configMap.put("apiVersion", "v1").put("kind", "ConfigMap");
        metadata(configMap.putObject("metadata"), packing.name());
        if (immutable) {
            configMap.put("immutable", true);
        }
        if (!packing.data().isEmpty()) {
            packing.data().forEach(configMap.putObject("data")::put);
        }
        if (!packing.binaryData().isEmpty()) {
            packing.binaryData().forEach(configMap.putObject("binaryData")::put);
        }
        try {
            return YAML.writeValueAsString(configMap);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }

    private void metadata(ObjectNode metadata, String name) {
        metadata.put("name", name);
        namespace.ifPresent(given -> metadata.put("namespace", given));
        metadata.putObject("labels").put("schemalatch.dev/watch", "true");
    }
}
