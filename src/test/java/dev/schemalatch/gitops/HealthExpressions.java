package dev.schemalatch.gitops;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelOptionalLibrary;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import java.util.Map;
import java.util.Objects;

/**
 * A Flux Kustomization's {@code healthCheckExprs}, evaluated as Flux does it: a generation that was not observed is in progress;
 * then {@code inProgress}, {@code failed} and {@code current} in this order, and in progress where none of them is true.
 */
record HealthExpressions(String inProgress, String failed, String current) {

    static HealthExpressions of(JsonNode entry) {
        return new HealthExpressions(
                entry.get("inProgress").asText(),
                entry.get("failed").asText(),
                entry.get("current").asText());
    }

    Kstatus of(Map<String, Object> resource) throws CelValidationException, CelEvaluationException {
        var metadata = Kstatus.map(resource.get("metadata"));
        var status = Kstatus.map(resource.get("status"));
        if (status.containsKey("observedGeneration")
                && !Objects.equals(status.get("observedGeneration"), metadata.get("generation"))) {
            return Kstatus.InProgress;
        }
        if (isTrue(inProgress, resource)) {
            return Kstatus.InProgress;
        }
        if (isTrue(failed, resource)) {
            return Kstatus.Failed;
        }
        return isTrue(current, resource) ? Kstatus.Current : Kstatus.InProgress;
    }

    private static boolean isTrue(String expression, Map<String, Object> resource)
            throws CelValidationException, CelEvaluationException {
        var cel = CelFactory.standardCelBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addCompilerLibraries(CelOptionalLibrary.INSTANCE)
                .addRuntimeLibraries(CelOptionalLibrary.INSTANCE)
                .addVar("metadata", SimpleType.DYN)
                .addVar("spec", SimpleType.DYN)
                .addVar("status", SimpleType.DYN)
                .setResultType(SimpleType.BOOL)
                .build();
        return (Boolean) cel.createProgram(cel.compile(expression).getAst()).eval(resource);
    }
}
