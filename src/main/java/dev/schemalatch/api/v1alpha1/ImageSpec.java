package dev.schemalatch.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An image that holds migrations. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ImageSpec(
        @JsonPropertyDescription("The image: `registry.example/orders@sha256:...`. A tag is looked up again at each"
                + " check; also an OCI artifact of files, or of one archive.")
        @Required
        @Size(min = 1, max = 1024)
        String reference,

        @JsonPropertyDescription("The folder with the migrations, as it is called inside the image:"
                + " `/app/prisma/migrations`. By default all of it, for an artifact that is nothing else.")
        @Size(max = 1024)
        @Nullable
        String path,

        @JsonPropertyDescription(
                "Secrets of the same namespace to pull it with, beside those of the namespace's service"
                        + " account `default`.")
        @Size(max = 16)
        List<PullSecret> pullSecrets) {

    public ImageSpec {
        pullSecrets = pullSecrets == null ? List.of() : List.copyOf(pullSecrets);
    }
}
