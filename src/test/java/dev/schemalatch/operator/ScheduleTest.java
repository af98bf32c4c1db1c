package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus;
import dev.schemalatch.check.CheckReport;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.gate.Asking;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String INPUTS = "sha256:1";
    private static final Asking NOBODY = Asking.nobody("orders");

    private final Schedule schedule = new Schedule(middle());

    @Test
    void aNewResourceIsAnnouncedThenChecked() {
        var check = Resources.check("shop", "orders");
        assertThat(schedule.due(check, INPUTS, NOBODY, NOW)).isEqualTo(new Due.Announcement());

        Resources.with(check, new NextStatus(check, NOW).announced());
        assertThat(schedule.due(check, INPUTS, NOBODY, NOW)).isEqualTo(new Due.Now());
    }

    @Test
    void aCheckedResourceRestsUntilItsTime() {
        var check = checked(Reporting.inSync());

        assertThat(schedule.due(check, INPUTS, NOBODY, NOW)).isEqualTo(new Due.Later(NOW.plus(Duration.ofMinutes(5))));
        assertThat(schedule.due(check, INPUTS, NOBODY, NOW.plus(Duration.ofMinutes(5))))
                .isEqualTo(new Due.Now());
    }

    @Test
    void aNewGenerationIsAnnounced() {
        var check = checked(Reporting.inSync());
        check.getMetadata().setGeneration(2L);

        assertThat(schedule.due(check, INPUTS, NOBODY, NOW)).isEqualTo(new Due.Announcement());
    }

    @Test
    void everyNewValueOfTheAnnotationIsAnsweredOnce() {
        var check = checked(Reporting.inSync());
        check.getMetadata().setAnnotations(Map.of(MigrationDriftCheck.CHECK_NOW, "1"));
        assertThat(schedule.due(check, INPUTS, NOBODY, NOW)).isEqualTo(new Due.Now());

        var answered = checked(check, Reporting.inSync());
        assertThat(schedule.due(answered, INPUTS, NOBODY, NOW)).isInstanceOf(Due.Later.class);

        answered.getMetadata().setAnnotations(Map.of());
        assertThat(schedule.due(answered, INPUTS, NOBODY, NOW)).isInstanceOf(Due.Later.class);
    }

    @Test
    void changedInputsAreCheckedAtOnce() {
        assertThat(schedule.due(checked(Reporting.inSync()), "sha256:2", NOBODY, NOW))
                .isEqualTo(new Due.Now());
    }

    @Test
    void aSuspendedResourceIsToldOnceAndLeftAlone() {
        var check = Resources.check("shop", "orders", "suspend: true");
        check.getMetadata().setAnnotations(Map.of(MigrationDriftCheck.CHECK_NOW, "1"));
        assertThat(schedule.due(check, INPUTS, NOBODY, NOW)).isEqualTo(new Due.Suspension());

        Resources.with(check, new NextStatus(check, NOW).suspended());
        assertThat(schedule.due(check, INPUTS, NOBODY, NOW.plus(Duration.ofDays(1))))
                .isEqualTo(new Due.Rest());
    }

    @Test
    void aStatusThatSomebodyElseGarbledIsDue() {
        var check = checked(Reporting.inSync());
        var status = Objects.requireNonNull(check.getStatus());
        check.setStatus(new MigrationDriftCheckStatus(
                status.observedGeneration(),
                status.verdict(),
                status.rollout(),
                status.conditions(),
                null,
                null,
                null,
                status.notChecked(),
                status.remedies(),
                null,
                status.rollouts(),
                null,
                "soon",
                status.lastAttempt()));

        assertThat(schedule.due(check, INPUTS, NOBODY, NOW)).isEqualTo(new Due.Now());
    }

    @Test
    void pausesAfterFailuresDoubleUpToTheInterval() {
        var interval = Duration.ofMinutes(1);
        var outage = Failure.of(Reason.DatabaseUnreachable, "away");

        assertThat(IntStream.of(1, 2, 3, 4, 5, 6, 1_000_000)
                        .mapToObj(n -> schedule.afterFailure(NOW, interval, outage, n))
                        .map(next -> Duration.between(NOW, next).toSeconds()))
                .containsExactly(5L, 10L, 20L, 40L, 60L, 60L, 60L);
    }

    @Test
    void whatPassesByItselfIsLookedAtAgainAfterSeconds() {
        var locked = Failure.of(Reason.ObjectLocked, "locked");

        assertThat(schedule.afterFailure(NOW, Duration.ofMinutes(5), locked, 40))
                .isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void checksAreSpreadByATenthOfTheInterval() {
        var spread = new Schedule(new Random(1));

        assertThat(Stream.generate(() -> spread.afterAnswer(NOW, Duration.ofSeconds(100)))
                        .limit(200))
                .allMatch(next -> !next.isBefore(NOW.plusSeconds(90)) && !next.isAfter(NOW.plusSeconds(110)))
                .anyMatch(next -> next.isBefore(NOW.plusSeconds(94)))
                .anyMatch(next -> next.isAfter(NOW.plusSeconds(106)));
    }

    private MigrationDriftCheck checked(CheckReport report) {
        return checked(Resources.check("shop", "orders"), report);
    }

    private MigrationDriftCheck checked(MigrationDriftCheck check, CheckReport report) {
        return Resources.with(check, new NextStatus(check, NOW).checked(report, INPUTS, Optional.empty(), schedule));
    }

    /** Chance that always falls in the middle: no jitter. */
    static RandomGenerator middle() {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextDouble() {
                return 0.5;
            }
        };
    }
}
