package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus.Rollout;
import dev.schemalatch.api.v1alpha1.RolloutStatus;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.gate.Asking;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a workload is told that it was not told before.
 *
 * @param rollout whom it is about
 * @param uid the workload's
 */
record RolloutNews(RolloutStatus rollout, String uid, Announcement announcement) {

    /** Nothing where nothing changed, and where a version may start that nobody was told to wait with. */
    static List<RolloutNews> between(List<RolloutStatus> before, List<RolloutStatus> after, Asking asking) {
        return after.stream()
                .flatMap(rollout -> announcement(find(before, rollout), rollout).stream()
                        .map(announcement -> new RolloutNews(rollout, uid(asking, rollout), announcement)))
                .toList();
    }

    private static Optional<RolloutStatus> find(List<RolloutStatus> before, RolloutStatus rollout) {
        return before.stream()
                .filter(known ->
                        known.kind().equals(rollout.kind()) && known.name().equals(rollout.name()))
                .findFirst();
    }

    private static String uid(Asking asking, RolloutStatus rollout) {
        return asking.rollouts().stream()
                .filter(asked ->
                        asked.kind().equals(rollout.kind()) && asked.name().equals(rollout.name()))
                .map(asked -> asked.uid())
                .findFirst()
                .orElse("");
    }

    private static Optional<Announcement> announcement(Optional<RolloutStatus> before, RolloutStatus now) {
        if (before.filter(known -> isSame(known, now)).isPresent()
                || Reason.NotCheckedYet.name().equals(now.reason())) {
            return Optional.empty();
        }
        if (now.state() == Rollout.Held) {
            return Optional.of(Announcement.bad(Reason.RolloutHeld.name(), message(now)));
        }
        if (Reason.RolloutBypassed.name().equals(now.reason())) {
            return Optional.of(Announcement.bad(Reason.RolloutBypassed.name(), message(now)));
        }
        return before.filter(known -> known.state() == Rollout.Held)
                .map(known -> new Announcement(false, Objects.requireNonNullElse(now.reason(), ""), message(now)));
    }

    private static boolean isSame(RolloutStatus before, RolloutStatus now) {
        return Objects.equals(before.source(), now.source())
                && before.state() == now.state()
                && Objects.equals(before.reason(), now.reason());
    }

    private static String message(RolloutStatus rollout) {
        return Stream.of(rollout.source(), rollout.message())
                .filter(Objects::nonNull)
                .reduce((source, message) -> source + ": " + message)
                .orElse("");
    }
}
