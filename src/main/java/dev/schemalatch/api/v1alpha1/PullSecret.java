package dev.schemalatch.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** A Secret of the same namespace that images are pulled with. */
public record PullSecret(
        @JsonPropertyDescription("Name of a Secret of type kubernetes.io/dockerconfigjson in the same namespace.")
        @Required
        @Size(min = 1, max = 253)
        String name) {}
