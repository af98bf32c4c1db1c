package dev.schemalatch.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An image of PostgreSQL to replay migrations in. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ShadowImageSpec(
        @JsonPropertyDescription(
                "The image: `registry.example/postgres-with-postgis:18`. Of the database's major version,"
                        + " and configured as the official image is: POSTGRES_PASSWORD, POSTGRES_INITDB_ARGS, PGDATA.")
        @Required
        @Size(min = 1, max = 1024)
        String reference,

        @JsonPropertyDescription("Secrets of the same namespace to pull it with.") @Size(max = 16)
        List<PullSecret> pullSecrets,

        @JsonPropertyDescription("The user that it runs as. The official image's is 999, of its Alpine variant 70.")
        @Default("999")
        @Min(1)
        @Max(2147483647)
        @Nullable
        Integer runAsUser,

        @JsonPropertyDescription(
                "What it may use. By default 100m to 1 CPU and 256Mi to 512Mi of memory; where only one of"
                        + " request and limit is given, it is both.")
        @Nullable
        ResourcesSpec resources) {

    public ShadowImageSpec {
        pullSecrets = pullSecrets == null ? List.of() : List.copyOf(pullSecrets);
    }

    /** Requests and limits, as in pods. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ResourcesSpec(
            @JsonPropertyDescription("What the scheduler sets aside.") @Nullable
            AmountsSpec requests,

            @JsonPropertyDescription("What it may not exceed.") @Nullable
            AmountsSpec limits) {}

    /** Amounts, in Kubernetes' quantities. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AmountsSpec(
            @JsonPropertyDescription("CPUs: `500m`.") @Nullable
            Quantity cpu,

            @JsonPropertyDescription("Bytes: `512Mi`.") @Nullable
            Quantity memory) {}
}
