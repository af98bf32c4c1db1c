package dev.schemalatch.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.schemalatch.source.Packing;
import java.util.Optional;

/** Packed migrations as the YAML of a ConfigMap, with the label that makes the operator look at once. */
record ConfigMapText(Optional<String> namespace, boolean immutable) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    String of(Packing packing) {
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
