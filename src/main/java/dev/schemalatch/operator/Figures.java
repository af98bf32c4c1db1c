package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.DriftStatus;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus.Rollout;
import dev.schemalatch.api.v1alpha1.MigrationsStatus;
import dev.schemalatch.api.v1alpha1.RolloutStatus;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.verdict.Verdict;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The metrics of every resource, read off its status; they go when it goes. */
final class Figures {

    private final MeterRegistry registry;
    private final Map<ResourceID, Shown> shown = new ConcurrentHashMap<>();

    Figures(MeterRegistry registry) {
        this.registry = registry;
    }

    void show(ResourceID resource, MigrationDriftCheckStatus status) {
        shown.computeIfAbsent(resource, id -> new Shown(id, registry)).status = status;
    }

    /** What has changed of a resource that is shown; one that went in the meantime stays gone. */
    void update(ResourceID resource, MigrationDriftCheckStatus status) {
        Optional.ofNullable(shown.get(resource)).ifPresent(found -> found.status = status);
    }

    void took(ResourceID resource, Duration duration) {
        Optional.ofNullable(shown.get(resource)).ifPresent(found -> found.duration.record(duration));
    }

    void forget(ResourceID resource) {
        Optional.ofNullable(shown.remove(resource)).ifPresent(gone -> gone.meters.forEach(registry::remove));
    }

    /** One resource's meters, and the status that they read. */
    private static final class Shown {

        private volatile MigrationDriftCheckStatus status = MigrationDriftCheckStatus.empty();
        private final List<Meter> meters = new ArrayList<>();
        private final Timer duration;
        private final MeterRegistry registry;
        private final Tags tags;

        private Shown(ResourceID resource, MeterRegistry registry) {
            this.registry = registry;
            this.tags = Tags.of("namespace", resource.getNamespace().orElse(""), "name", resource.getName());
            this.duration = Timer.builder("schemalatch.check.duration")
                    .description("How long checks take")
                    .tags(tags)
                    .register(registry);
            meters.add(duration);
            for (var verdict : Verdict.values()) {
                gauge(
                        "schemalatch.verdict",
                        "1 for the verdict that holds, 0 for the others",
                        Tags.of("verdict", verdict.name()),
                        shown -> shown.verdict() == verdict ? 1 : 0);
            }
            drift("missing", DriftStatus::missing);
            drift("extra", DriftStatus::extra);
            drift("changed", DriftStatus::changed);
            migrations("shipped", MigrationsStatus::shipped);
            migrations("applied", known -> orUnknown(known.applied()));
            migrations("pending", known -> orUnknown(known.pendingCount()));
            migrations("failed", known -> known.failed().size());
            migrations("missing", known -> known.missing().size());
            migrations("edited", known -> known.edited().size());
            rollouts("held", rollout -> rollout.state() == Rollout.Held);
            rollouts("bypassed", rollout -> Reason.RolloutBypassed.name().equals(rollout.reason()));
            rollouts(
                    "allowed",
                    rollout -> rollout.state() == Rollout.Allowed
                            && !Reason.RolloutBypassed.name().equals(rollout.reason()));
            gauge(
                    "schemalatch.rollout.allowed",
                    "1 where a new revision may start",
                    Tags.empty(),
                    shown -> shown.rollout() == Rollout.Allowed ? 1 : 0);
            gauge(
                    "schemalatch.last.success.timestamp.seconds",
                    "When a check last could tell, in seconds since 1970",
                    Tags.empty(),
                    shown -> Times.read(shown.lastCheckTime())
                            .map(time -> (double) time.getEpochSecond())
                            .orElse(Double.NaN));
        }

        private void drift(String change, ToDoubleFunction<DriftStatus> count) {
            gauge(
                    "schemalatch.drift.objects",
                    "Objects that are not as the migrations make them",
                    Tags.of("change", change),
                    shown -> Optional.ofNullable(shown.drift())
                            .map(count::applyAsDouble)
                            .orElse(Double.NaN));
        }

        private void migrations(String state, ToDoubleFunction<MigrationsStatus> count) {
            gauge(
                    "schemalatch.migrations",
                    "Migrations by what the history says of them",
                    Tags.of("state", state),
                    shown -> Optional.ofNullable(shown.migrations())
                            .map(count::applyAsDouble)
                            .orElse(Double.NaN));
        }

        private void rollouts(String state, Predicate<RolloutStatus> is) {
            gauge(
                    "schemalatch.rollouts",
                    "Workloads that ask before they start a new version, by what they are told",
                    Tags.of("state", state),
                    shown -> shown.rollouts().stream().filter(is).count());
        }

        private static double orUnknown(@Nullable Integer count) {
            return count == null ? Double.NaN : count;
        }

        private void gauge(
                String name, String description, Tags more, ToDoubleFunction<MigrationDriftCheckStatus> value) {
            meters.add(Gauge.builder(name, this, self -> value.applyAsDouble(self.status))
                    .description(description)
                    .tags(tags.and(more))
                    .register(registry));
        }
    }
}
