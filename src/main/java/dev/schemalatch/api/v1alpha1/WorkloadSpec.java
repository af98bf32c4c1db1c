package dev.schemalatch.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A workload whose image holds migrations. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record WorkloadSpec(
        @JsonPropertyDescription("Its kind.") @Required Kind kind,

        @JsonPropertyDescription("Its name, in the same namespace.") @Required @Size(min = 1, max = 253)
        String name,

        @JsonPropertyDescription(
                "The container, or init container, whose image it is. By default the one that the annotation"
                        + " `kubectl.kubernetes.io/default-container` of the pod template names, else the first.")
        @Size(min = 1, max = 63)
        @Nullable
        String container,

        @JsonPropertyDescription(
                "The folder with the migrations, as it is called inside the image:" + " `/app/prisma/migrations`.")
        @Required
        @Size(min = 1, max = 1024)
        String path,

        @JsonPropertyDescription(
                "Secrets of the same namespace to pull it with, beside those of the pod template and of its"
                        + " service account.")
        @Size(max = 16)
        List<PullSecret> pullSecrets) {

    public WorkloadSpec {
        pullSecrets = pullSecrets == null ? List.of() : List.copyOf(pullSecrets);
    }

    /** The kinds of workloads that have a pod template. */
    public enum Kind {
        Deployment,
        StatefulSet,
        DaemonSet,
        CronJob,
        Job
    }
}
