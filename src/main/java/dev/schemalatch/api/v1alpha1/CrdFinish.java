package dev.schemalatch.api.v1alpha1;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crdv2.generator.CRDPostProcessor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What annotations cannot say of the CRDs: conditions as a list map, a status from the first moment on (GitOps tools take a
 * resource without one for healthy), required fields, and columns in the order in which they are written. Used by the build
 * alone.
 */
public final class CrdFinish implements CRDPostProcessor {

    @Override
    public HasMetadata process(HasMetadata crd, String crdSpecVersion) {
        var definition = (CustomResourceDefinition) crd;
        var names = definition.getSpec().getNames();
        names.setCategories(List.of("schemalatch"));
        definition.getSpec().getVersions().forEach(version -> {
            if (names.getKind().equals(HasMetadata.getKind(RolloutGate.class))) {
                finishGate(version);
            } else {
                finishCheck(version);
            }
        });
        return definition;
    }

    private static void finishCheck(CustomResourceDefinitionVersion version) {
        var root = version.getSchema().getOpenAPIV3Schema();
        root.setDescription("Compares a database with the migrations an application ships, again and again.");
        root.setRequired(List.of("spec"));
        var spec = property(root, "spec");
        spec.setDescription("What to compare with what, and how often.");
        map(property(spec, "preconditions"), "name");
        var migrations = property(spec, "migrations");
        map(property(migrations, "configMaps"), "name");
        map(property(property(migrations, "image"), "pullSecrets"), "name");
        map(property(property(migrations, "workload"), "pullSecrets"), "name");
        var status = property(root, "status");
        status.setDescription("What was found, and when.");
        status.setDefault(JsonNodeFactory.instance.objectNode().put("observedGeneration", -1));
        map(property(status, "conditions"), "type");
        map(property(status, "rollouts"), "kind", "name");
        sortColumns(version, MigrationDriftCheck.class);
    }

    private static void finishGate(CustomResourceDefinitionVersion version) {
        var root = version.getSchema().getOpenAPIV3Schema();
        root.setDescription("What may start in a namespace. Written by the operator alone.");
        root.getProperties().remove("spec");
        var status = property(root, "status");
        status.setDescription("What may start, by check.");
        map(property(status, "checks"), "name");
        sortColumns(version, RolloutGate.class);
    }

    private static void map(JSONSchemaProps list, String... keys) {
        list.setXKubernetesListType("map");
        list.setXKubernetesListMapKeys(List.of(keys));
        var items = list.getItems().getSchema();
        var required = new TreeSet<>(items.getRequired());
        required.addAll(List.of(keys));
        items.setRequired(List.copyOf(required));
    }

    private static JSONSchemaProps property(JSONSchemaProps schema, String name) {
        return Objects.requireNonNull(schema.getProperties().get(name), name);
    }

    private static void sortColumns(CustomResourceDefinitionVersion version, Class<?> resource) {
        var declared = Arrays.stream(resource.getAnnotationsByType(AdditionalPrinterColumn.class))
                .map(AdditionalPrinterColumn::name)
                .toList();
        version.getAdditionalPrinterColumns()
                .sort(Comparator.comparingInt(column -> declared.indexOf(column.getName())));
    }
}
