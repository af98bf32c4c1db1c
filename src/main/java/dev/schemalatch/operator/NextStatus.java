package dev.schemalatch.operator;

import static dev.schemalatch.operator.Conditions.HISTORY;
import static dev.schemalatch.operator.Conditions.READY;
import static dev.schemalatch.operator.Conditions.RECONCILING;
import static dev.schemalatch.operator.Conditions.ROLLOUT;
import static dev.schemalatch.operator.Conditions.SCHEMA;
import static dev.schemalatch.operator.Conditions.STALLED;

import dev.schemalatch.api.v1alpha1.Condition;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus.AttemptStatus;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus.ReportStatus;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus.Rollout;
import dev.schemalatch.check.CheckReport;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.verdict.Hold;
import dev.schemalatch.verdict.Judgement;
import dev.schemalatch.verdict.Judgement.Truth;
import dev.schemalatch.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The status that a resource gets next, from the one that is stored and from what was found. */
final class NextStatus {

    /** How many intervals old a result may be to stand while a check waits for something that passes by itself. */
    private static final int FRESH_INTERVALS = 2;

    private final MigrationDriftCheck check;
    private final MigrationDriftCheckStatus stored;
    private final Settings settings;
    private final Instant now;

    NextStatus(MigrationDriftCheck check, Instant now) {
        this.check = check;
        this.stored = Optional.ofNullable(check.getStatus()).orElseGet(MigrationDriftCheckStatus::empty);
        this.settings = Settings.lenient(check.getSpec());
        this.now = now;
    }

    /** A new generation is about to be checked for the first time. */
    MigrationDriftCheckStatus announced() {
        var conditions = conditions()
                .set(RECONCILING, Truth.True, Reason.Checking, "generation %d is being checked".formatted(generation()))
                .set(STALLED, Truth.False, Reason.Checking, "whether anything must be changed is being found out")
                .build();
        return with(stored, stored.observedGeneration(), conditions, stored.nextCheckTime(), stored.lastAttempt());
    }

    /** The resource is suspended: results stand, nothing is due. */
    MigrationDriftCheckStatus suspended() {
        var message = "suspended; " + lastKnown().orElse("no check has completed yet");
        var conditions = conditions()
                .explain(READY, Reason.Suspended, message)
                .set(RECONCILING, Truth.False, Reason.Suspended, "suspended")
                .build();
        return with(stored, generation(), conditions, null, stored.lastAttempt());
    }

    /**
     * A check is over.
     *
     * @param report what it found
     * @param inputs digest of the watched ConfigMaps that it saw
     * @param reportName the ConfigMap with the whole report, where one was written
     */
    MigrationDriftCheckStatus checked(
            CheckReport report, String inputs, Optional<String> reportName, Schedule schedule) {
        var failures = Failures.of(report);
        var answered = Found.answered(report);
        var before = stored.lastAttempt();
        var unanswered = answered ? 0 : 1 + (before == null ? 0 : before.unanswered());
        var next = answered
                ? schedule.afterAnswer(now, settings.interval())
                : schedule.afterFailure(
                        now, settings.interval(), failures.chief().orElseThrow(), unanswered);
        var attempt =
                new AttemptStatus(Times.write(now), Schedule.checkNow(check).orElse(null), inputs, unanswered);
        if (failures.onlyWaiting() && resultsAreFresh()) {
            var why = failures.chief().orElseThrow();
            var conditions = conditions()
                    .explain(READY, readyReason(), "looked again: " + aged(why.message()))
                    .build();
            return with(stored, stored.observedGeneration(), conditions, Times.write(next), attempt);
        }
        var held = report.assessment().heldBy(settings.policy());
        var found = Found.since(stored, report);
        return new MigrationDriftCheckStatus(
                generation(),
                report.assessment().verdict(),
                held.isEmpty() ? Rollout.Allowed : Rollout.Held,
                judged(report, failures, held),
                found.database(),
                found.migrations(),
                found.drift(),
                found.notChecked(),
                found.remedies(),
                reportName.map(ReportStatus::new).orElse(stored.report()),
                stored.rollouts(),
                answered ? Times.write(now) : stored.lastCheckTime(),
                Times.write(next),
                attempt);
    }

    private List<Condition> judged(CheckReport report, Failures failures, SortedSet<Hold> held) {
        var assessment = report.assessment();
        var stalled = failures.stalled();
        return conditions()
                .set(READY, ready(report, failures, held))
                .set(RECONCILING, Truth.False, Reason.Checked, "generation %d was checked".formatted(generation()))
                .set(
                        STALLED,
                        stalled.map(why -> new Judgement(Truth.True, why.reason(), why.message()))
                                .orElseGet(() -> new Judgement(
                                        Truth.False,
                                        Reason.Checked,
                                        "nothing has to be changed for the check to work")))
                .set(HISTORY, withAge(assessment.history()))
                .set(SCHEMA, withAge(assessment.schema()))
                .set(ROLLOUT, RolloutJudgement.of(report, failures, held, this::aged))
                .build();
    }

    private Judgement ready(CheckReport report, Failures failures, SortedSet<Hold> held) {
        var stalled = failures.stalled();
        if (stalled.isPresent()) {
            return new Judgement(
                    Truth.False, stalled.get().reason(), aged(stalled.get().message()));
        }
        var rollout = RolloutJudgement.of(report, failures, held, this::aged);
        if (rollout.truth() == Truth.False) {
            return rollout;
        }
        return failures.chief()
                .map(why -> new Judgement(Truth.Unknown, why.reason(), aged(why.message())))
                .orElse(rollout);
    }

    private Judgement withAge(Judgement judgement) {
        return judgement.truth() == Truth.Unknown && judgement.reason().kind() != Reason.Kind.FINDING
                ? new Judgement(judgement.truth(), judgement.reason(), aged(judgement.message()))
                : judgement;
    }

    private String aged(String message) {
        return lastKnown().map(known -> message + "; " + known).orElse(message);
    }

    private Optional<String> lastKnown() {
        return Times.read(stored.lastCheckTime())
                .map(time -> "last known %s ago".formatted(Times.age(Duration.between(time, now))));
    }

    private boolean resultsAreFresh() {
        return Objects.equals(stored.observedGeneration(), generation())
                && stored.verdict() != null
                && stored.verdict() != Verdict.Unknown
                && Times.read(stored.lastCheckTime())
                        .filter(time -> Duration.between(time, now)
                                        .compareTo(settings.interval().multipliedBy(FRESH_INTERVALS))
                                <= 0)
                        .isPresent();
    }

    private Reason readyReason() {
        return Conditions.find(stored, READY)
                .map(condition -> Reason.valueOf(condition.reason()))
                .orElse(Reason.Checked);
    }

    private Conditions conditions() {
        return Conditions.from(stored, generation(), now);
    }

    private long generation() {
        return check.getMetadata().getGeneration();
    }

    private static MigrationDriftCheckStatus with(
            MigrationDriftCheckStatus stored,
            @Nullable Long observedGeneration,
            List<Condition> conditions,
            @Nullable String nextCheckTime,
            @Nullable AttemptStatus lastAttempt) {
        return new MigrationDriftCheckStatus(
                observedGeneration,
                stored.verdict(),
                stored.rollout(),
                conditions,
                stored.database(),
                stored.migrations(),
                stored.drift(),
                stored.notChecked(),
                stored.remedies(),
                stored.report(),
                stored.rollouts(),
                stored.lastCheckTime(),
                nextCheckTime,
                lastAttempt);
    }
}
