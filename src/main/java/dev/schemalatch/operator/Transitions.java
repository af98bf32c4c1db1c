package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.Condition;
import dev.schemalatch.api.v1alpha1.DriftStatus;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.verdict.Judgement.Truth;
import dev.schemalatch.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What changed from one status to the next that people should hear of; nothing where nothing changed. */
final class Transitions {

    private final MigrationDriftCheckStatus before;
    private final MigrationDriftCheckStatus after;

    private Transitions(MigrationDriftCheckStatus before, MigrationDriftCheckStatus after) {
        this.before = before;
        this.after = after;
    }

    static List<Announcement> between(MigrationDriftCheckStatus before, MigrationDriftCheckStatus after) {
        return new Transitions(before, after).announcements();
    }

    private List<Announcement> announcements() {
        var announcements = new ArrayList<Announcement>();
        if (becameStalled()) {
            announcements.add(ofCondition(Conditions.STALLED));
        } else if (before.verdict() != after.verdict() && after.verdict() == Verdict.Unknown) {
            announcements.add(ofCondition(Conditions.READY));
        }
        if (before.verdict() == Verdict.Unknown && after.verdict() != Verdict.Unknown) {
            announcements.add(Announcement.good(Reason.Recovered, Reason.Recovered.meaning()));
        }
        if (before.verdict() != after.verdict()) {
            verdict().ifPresent(announcements::add);
        } else if (driftChanged()) {
            announcements.add(Announcement.bad(Reason.DriftChanged.name(), message(Conditions.SCHEMA)));
        }
        return announcements;
    }

    private boolean becameStalled() {
        return Conditions.is(after, Conditions.STALLED, Truth.True)
                && !Conditions.find(after, Conditions.STALLED)
                        .map(Condition::reason)
                        .equals(Conditions.find(before, Conditions.STALLED)
                                .filter(condition -> condition.status() == Truth.True)
                                .map(Condition::reason));
    }

    private Optional<Announcement> verdict() {
        var verdict = after.verdict();
        if (verdict == null || verdict == Verdict.Unknown) {
            return Optional.empty();
        }
        return Optional.of(
                switch (verdict) {
                    case InSync -> Announcement.good(Reason.InSync, Reason.InSync.meaning());
                    case Drifted -> ofCondition(Conditions.SCHEMA);
                    case Pending, Diverged, Failed, Unknown -> ofCondition(Conditions.HISTORY);
                });
    }

    private boolean driftChanged() {
        var fingerprint = fingerprint(after);
        return fingerprint.isPresent() && fingerprint(before).isPresent() && !fingerprint.equals(fingerprint(before));
    }

    private static Optional<String> fingerprint(MigrationDriftCheckStatus status) {
        return Optional.ofNullable(status.drift()).map(DriftStatus::fingerprint);
    }

    private Announcement ofCondition(String type) {
        var reason = Conditions.find(after, type).map(Condition::reason).orElseGet(Reason.InternalError::name);
        return Announcement.bad(reason, message(type));
    }

    private String message(String type) {
        return Conditions.find(after, type).map(Condition::message).orElse("");
    }
}
