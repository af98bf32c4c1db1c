package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus;
import dev.schemalatch.check.CheckReport;
import dev.schemalatch.check.Required;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.failure.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Resources in every state that the operator leaves them in, each as it goes through its hands. */
final class GitOpsStates {

    private static final String HOLD_ON_DRIFT_ALONE = "gate: {holdOn: [Drift]}";
    private static final String HOLD_ON_PENDING_ALONE = "gate: {holdOn: [Pending]}";

    private GitOpsStates() {}

    /** By the name of the file that shows them, whose first word is what Argo CD says of it. */
    static Map<String, MigrationDriftCheck> all() {
        var states = new LinkedHashMap<String, MigrationDriftCheck>();
        progressing(states);
        healthy(states);
        degraded(states);
        suspended(states);
        return states;
    }

    private static void progressing(Map<String, MigrationDriftCheck> states) {
        states.put("progressing_no_status", state("", story -> story.check.setStatus(null)));
        states.put("progressing_just_created", state("", story -> {}));
        states.put("progressing_first_check", state("", Story::announced));
        states.put("progressing_new_generation", state("", story -> {
            story.found(Reporting.inSync());
            story.generation(2);
        }));
        states.put("progressing_new_generation_being_checked", state("", story -> {
            story.found(Reporting.inSync());
            story.generation(2);
            story.announced();
        }));
        states.put("progressing_pending", after(Reporting.pending("2_more")));
        states.put(
                "progressing_precondition_broken",
                after(Reporting.inSync()
                        .requiring(List.of(new Required("no-duplicate-orders", new Finding.Known<>(false))))));
        states.put("progressing_migration_running", after(HistoryReports.running("2_more")));
        states.put(
                "progressing_pending_while_drift_does_not_hold",
                state(
                        HOLD_ON_PENDING_ALONE,
                        story -> story.found(HistoryReports.pendingAndDrifted("2_more", "public.legacy"))));
        states.put("progressing_database_out_of_reach", state("", story -> {
            story.found(Reporting.inSync());
            story.later(Duration.ofMinutes(12));
            story.found(Reporting.nothing(Reason.DatabaseUnreachable));
        }));
        states.put("progressing_database_never_reached", after(Reporting.nothing(Reason.DatabaseUnreachable)));
        states.put(
                "progressing_unknown_does_not_hold",
                state(HOLD_ON_DRIFT_ALONE, story -> story.found(Reporting.nothing(Reason.DatabaseUnreachable))));
        states.put("progressing_being_deleted", state("", story -> {
            story.found(Reporting.inSync());
            story.check.getMetadata().setDeletionTimestamp("2026-11-20T12:10:00Z");
        }));
    }

    private static void healthy(Map<String, MigrationDriftCheck> states) {
        states.put("healthy_in_sync", after(Reporting.inSync()));
        states.put(
                "healthy_pending_does_not_hold",
                state(HOLD_ON_DRIFT_ALONE, story -> story.found(Reporting.pending("2_more"))));
        states.put("healthy_looked_again_while_locked", state("", story -> {
            story.found(Reporting.inSync());
            story.later(Duration.ofMinutes(5));
            story.found(Reporting.nothing(Reason.ObjectLocked));
        }));
    }

    private static void degraded(Map<String, MigrationDriftCheck> states) {
        states.put("degraded_migration_failed", after(HistoryReports.failed("2_more")));
        states.put("degraded_migrations_missing", after(HistoryReports.missing("1b_lost")));
        states.put("degraded_migrations_edited", after(HistoryReports.edited("1_init")));
        states.put("degraded_history_diverged", after(HistoryReports.diverged("2_more", "1b_lost")));
        states.put("degraded_baseline_needed", after(HistoryReports.baselineNeeded()));
        states.put("degraded_drifted", after(Reporting.drifted("public.legacy")));
        states.put("degraded_pending_and_drifted", after(HistoryReports.pendingAndDrifted("2_more", "public.legacy")));
        states.put("degraded_secret_not_found", after(Reporting.nothing(Reason.SecretNotFound)));
        states.put("degraded_migrations_do_not_replay", after(Reporting.schemaUnknown(Reason.ReplayFailed)));
    }

    private static void suspended(Map<String, MigrationDriftCheck> states) {
        states.put("suspended_in_sync", state("", story -> {
            story.found(Reporting.inSync());
            story.suspended();
        }));
        states.put("suspended_drifted", state("", story -> {
            story.found(Reporting.drifted("public.legacy"));
            story.suspended();
        }));
        states.put("suspended_never_checked", state("", Story::suspended));
    }

    static MigrationDriftCheck after(CheckReport report) {
        return state("", story -> story.found(report));
    }

    private static MigrationDriftCheck state(String spec, Consumer<Story> events) {
        var story = new Story(Resources.check("shop", "orders", spec));
        events.accept(story);
        return story.check;
    }

    private static final class Story {

        private final MigrationDriftCheck check;
        private Instant now = Instant.parse("2026-11-20T12:00:00Z");

        private Story(MigrationDriftCheck check) {
            this.check = check;
            check.setStatus(MigrationDriftCheckStatus.empty());
        }

        private void later(Duration by) {
            now = now.plus(by);
        }

        private void generation(long generation) {
            check.getMetadata().setGeneration(generation);
        }

        private void announced() {
            check.setStatus(new NextStatus(check, now).announced());
        }

        private void found(CheckReport report) {
            check.setStatus(new NextStatus(check, now)
                    .checked(report, "", Optional.of("orders-drift-report"), new Schedule(ScheduleTest.middle())));
        }

        /** Suspending changes the spec. */
        private void suspended() {
            var suspending = Resources.check("shop", "orders", "suspend: true");
            check.setSpec(suspending.getSpec());
            generation(check.getMetadata().getGeneration() + 1);
            later(Duration.ofHours(3));
            check.setStatus(new NextStatus(check, now).suspended());
        }
    }
}
