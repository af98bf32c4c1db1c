package dev.schemalatch.api.v1alpha1;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crdv2.generator.CRDPostProcessor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What annotations cannot say of the CRD: conditions as a list map, a status from the first moment on (GitOps tools take a
 * resource without one for healthy), required fields, and columns in the order in which they are written. Used by the build
 * alone.
 */
public final class CrdFinish implements CRDPostProcessor {

    @Override
    public HasMetadata process(HasMetadata crd, String crdSpecVersion) {
        var definition = (CustomResourceDefinition) crd;
        definition.getSpec().getNames().setCategories(List.of("schemalatch"));
        definition.getSpec().getVersions().forEach(CrdFinish::finish);
        return definition;
    }

    private static void finish(CustomResourceDefinitionVersion version) {
        var root = version.getSchema().getOpenAPIV3Schema();
        root.setDescription("Compares a database with the migrations an application ships, again and again.");
        root.setRequired(List.of("spec"));
        property(root, "spec").setDescription("What to compare with what, and how often.");
        finishStatus(property(root, "status"));
        version.getAdditionalPrinterColumns().sort(Comparator.comparingInt(CrdFinish::position));
    }

    private static void finishStatus(JSONSchemaProps status) {
        status.setDescription("What was found, and when.");
        status.setDefault(JsonNodeFactory.instance.objectNode().put("observedGeneration", -1));
        var conditions = property(status, "conditions");
        conditions.setXKubernetesListType("map");
        conditions.setXKubernetesListMapKeys(List.of("type"));
    }

    private static JSONSchemaProps property(JSONSchemaProps schema, String name) {
        return Objects.requireNonNull(schema.getProperties().get(name), name);
    }

    private static int position(CustomResourceColumnDefinition column) {
        var declared = Arrays.stream(MigrationDriftCheck.class.getAnnotationsByType(AdditionalPrinterColumn.class))
                .map(AdditionalPrinterColumn::name)
                .toList();
        return declared.indexOf(column.getName());
    }
}
