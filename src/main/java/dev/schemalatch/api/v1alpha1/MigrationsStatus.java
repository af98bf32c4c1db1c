package dev.schemalatch.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The migrations against the tool's history. Lists are bounded; the report has what was cut. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MigrationsStatus(
        @JsonPropertyDescription("The migration tool.") @Nullable
        String tool,

        @JsonPropertyDescription("Where the migrations came from.") @Nullable
        SourceStatus source,

        @JsonPropertyDescription("How many migrations the files hold.")
        int shipped,

        @JsonPropertyDescription("How many are applied.") @Nullable
        Integer applied,

        @JsonPropertyDescription("The migration that was applied last.") @Nullable
        AppliedStatus lastApplied,

        @JsonPropertyDescription("How many are pending.") @Nullable
        Integer pendingCount,

        @JsonPropertyDescription("In the files, not applied.")
        List<String> pending,

        @JsonPropertyDescription("Applied, not in the files.")
        List<String> missing,

        @JsonPropertyDescription("Begun, not finished.") List<FailedStatus> failed,

        @JsonPropertyDescription("Applied with other content than the file has now.")
        List<String> edited,

        @JsonPropertyDescription("Marked as rolled back, not applied since.")
        List<String> rolledBack,

        @JsonPropertyDescription("Where in the files the schema stands, where that is not where the history puts it.")
        @Nullable
        PositionStatus position,

        @JsonPropertyDescription("Whether a list was cut; the report has all.") @Nullable
        Boolean truncated) {

    public MigrationsStatus {
        pending = pending == null ? List.of() : List.copyOf(pending);
        missing = missing == null ? List.of() : List.copyOf(missing);
        failed = failed == null ? List.of() : List.copyOf(failed);
        edited = edited == null ? List.of() : List.copyOf(edited);
        rolledBack = rolledBack == null ? List.of() : List.copyOf(rolledBack);
    }

    /** Where migrations came from and what they held. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SourceStatus(
            @JsonPropertyDescription("The kind of source.") @Nullable
            String kind,

            @JsonPropertyDescription("Its name.") @Nullable String name,

            @JsonPropertyDescription("A hash over all files.") @Nullable
            String digest,

            @JsonPropertyDescription("What the name stood for at that moment: an image's digest.") @Nullable
            String resolved) {}

    /** A migration that is applied. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AppliedStatus(
            @JsonPropertyDescription("Its name.") @Nullable String name,

            @JsonPropertyDescription("When it was done.") @Nullable
            String at) {}

    /** Where in the files a schema stands. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PositionStatus(
            @JsonPropertyDescription("The last of the files that the schema has; not set where it has none.") @Nullable
            String migration,

            @JsonPropertyDescription("Whether the schema is just what those files make.")
            boolean exact,

            @JsonPropertyDescription("How many objects are otherwise.")
            int differences,

            @JsonPropertyDescription("One sentence for people.") @Nullable
            String message) {}

    /** A migration that began and did not finish. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FailedStatus(
            @JsonPropertyDescription("Its name.") @Nullable String name,

            @JsonPropertyDescription("When it began.") @Nullable
            String at,

            @JsonPropertyDescription("Running, Failed or Crashed.") @Nullable
            String state,

            @JsonPropertyDescription("The statement at which the database stands in its file: statement 3 of 7.")
            @Nullable
            String stoppedAt) {}
}
