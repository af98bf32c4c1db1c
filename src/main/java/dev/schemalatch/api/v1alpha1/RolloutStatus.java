package dev.schemalatch.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus.Rollout;
import org.jspecify.annotations.Nullable;

/** A workload that asks the check before it starts a new version. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RolloutStatus(
        @JsonPropertyDescription("The workload's kind.") String kind,
        @JsonPropertyDescription("The workload's name.") String name,

        @JsonPropertyDescription("The migrations that its present template names; its images where it names none.")
        @Nullable
        String source,

        @JsonPropertyDescription("Whether the version of its present template may start: Allowed or Held.") @Nullable
        Rollout state,

        @JsonPropertyDescription("Why, in one word.") @Nullable
        String reason,

        @JsonPropertyDescription("Why, for people.") @Nullable
        String message,

        @JsonPropertyDescription("Since when.") @Nullable String since) {}
