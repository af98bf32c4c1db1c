package dev.schemalatch.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.schemalatch.verdict.Judgement.Truth;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** One aspect of a resource, in the shape of {@code metav1.Condition}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Condition(
        @JsonPropertyDescription("The aspect.") @Required @Size(min = 1, max = 316)
        String type,

        @JsonPropertyDescription("True, False or Unknown.") @Required
        Truth status,

        @JsonPropertyDescription("Why, in one word.") @Required @Size(min = 1, max = 1024)
        String reason,

        @JsonPropertyDescription("Why, for people.") @Required @Size(max = 32768)
        String message,

        @JsonPropertyDescription("When the status last changed.") @Required
        String lastTransitionTime,

        @JsonPropertyDescription("The generation that this was said about.") @Nullable
        Long observedGeneration) {}
