package dev.schemalatch.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.schemalatch.verdict.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found, and when. Times are RFC 3339 in UTC. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MigrationDriftCheckStatus(
        @JsonPropertyDescription("The generation that was last checked.") @Nullable
        Long observedGeneration,

        @JsonPropertyDescription("The worst that holds.") @Nullable
        Verdict verdict,

        @JsonPropertyDescription("Whether a new revision may start: Allowed or Held.") @Nullable
        Rollout rollout,

        @JsonPropertyDescription("Ready, Reconciling, Stalled, HistoryInSync, SchemaInSync and RolloutAllowed.")
        List<Condition> conditions,

        @JsonPropertyDescription("The database that was looked at.") @Nullable
        DatabaseStatus database,

        @JsonPropertyDescription("The migrations against the tool's history, as last known.") @Nullable
        MigrationsStatus migrations,

        @JsonPropertyDescription("The live schema against the applied migrations, as last known.") @Nullable
        DriftStatus drift,

        @JsonPropertyDescription("What could not be seen or compared, and why.")
        List<String> notChecked,

        @JsonPropertyDescription("What to do about it, in order.")
        List<RemedyStatus> remedies,

        @JsonPropertyDescription("Where everything stands that does not fit here.") @Nullable
        ReportStatus report,

        @JsonPropertyDescription("The workloads that ask this check before they start a new version.")
        List<RolloutStatus> rollouts,

        @JsonPropertyDescription("When a check last completed.") @Nullable
        String lastCheckTime,

        @JsonPropertyDescription("When the next check is due.") @Nullable
        String nextCheckTime,

        @JsonPropertyDescription("The last check that was tried, completed or not.") @Nullable
        AttemptStatus lastAttempt) {

    public MigrationDriftCheckStatus {
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
        notChecked = notChecked == null ? List.of() : List.copyOf(notChecked);
        remedies = remedies == null ? List.of() : List.copyOf(remedies);
        rollouts = rollouts == null ? List.of() : List.copyOf(rollouts);
    }

    /** A resource that nothing was found out about yet. */
    public static MigrationDriftCheckStatus empty() {
        return new MigrationDriftCheckStatus(
                -1L, null, null, List.of(), null, null, null, List.of(), List.of(), null, List.of(), null, null, null);
    }

    /** The same with what rollouts are told. */
    public MigrationDriftCheckStatus telling(List<RolloutStatus> told) {
        return new MigrationDriftCheckStatus(
                observedGeneration,
                verdict,
                rollout,
                conditions,
                database,
                migrations,
                drift,
                notChecked,
                remedies,
                report,
                told,
                lastCheckTime,
                nextCheckTime,
                lastAttempt);
    }

    /** The contract's words. */
    public enum Rollout {
        Allowed,
        Held
    }

    /** The database that was looked at. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DatabaseStatus(
            @JsonPropertyDescription("The server's version.") @Nullable
            String server,

            @JsonPropertyDescription("The database's name.") @Nullable
            String name,

            @JsonPropertyDescription("The tool's history table.") @Nullable
            String historyTable) {}

    /** One step out of the situation. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RemedyStatus(
            @JsonPropertyDescription("What it is for.") String situation,
            @JsonPropertyDescription("What to do.") String action,

            @JsonPropertyDescription("What to run.") @Nullable
            String command,

            @JsonPropertyDescription("What it does to a database in use.")
            String safety,

            @JsonPropertyDescription("Whether it was tried in the shadow and led where it should.")
            boolean proven) {}

    /** Where everything stands that does not fit into the status. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReportStatus(
            @JsonPropertyDescription("A ConfigMap of the same namespace.") @Nullable
            String configMap) {}

    /** The last check that was tried, completed or not: what it answered to. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AttemptStatus(
            @JsonPropertyDescription("When it was over.") @Nullable
            String at,

            @JsonPropertyDescription("The value of the annotation schemalatch.dev/check-now that it answered.")
            @Nullable
            String checkNow,

            @JsonPropertyDescription(
                    "A digest of the watched ConfigMaps that it saw, or the image that its workload ran.")
            @Nullable
            String inputs,

            @JsonPropertyDescription("How many checks in a row could not tell.")
            int unanswered) {}
}
