package dev.schemalatch.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.api.v1alpha1.RolloutGateStatus.VersionGate;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.gate.Admissions.Judged;
import dev.schemalatch.verdict.Hold;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AdmissionsTest {

    private static final String NOW = "2026-01-01T00:00:00Z";
    private static final String LATER = "2026-01-01T00:01:00Z";
    private static final Judged ALLOWED = judged(true, true);
    private static final Judged HELD = judged(false, true);

    private final Admissions none = Admissions.stored("orders", null).about("uid-1", Optional.of("db:5432/orders"));

    @Test
    void whatMayStartOnceMayAlwaysStart() {
        var version = new Version("orders-1", "web:1");
        var once = none.after(List.of(asks("web", version)), Map.of(version, ALLOWED), false, NOW);

        var later = once.after(List.of(asks("web", version)), Map.of(version, HELD), false, LATER);

        assertThat(later.answer(version, "Deployment/web"))
                .hasValueSatisfying(answer -> assertThat(answer.allowed()).isTrue());
        assertThat(later.gate().versions()).hasSize(1);
    }

    @Test
    void aNameThatStandsForItsContentGoesWithAnyImages() {
        var version = new Version("orders-1", "web:1");
        var fixed = none.after(List.of(asks("web", version)), Map.of(version, ALLOWED), false, NOW);
        var mutable = none.after(List.of(asks("web", version)), Map.of(version, judged(true, false)), false, NOW);

        assertThat(fixed.answer(new Version("orders-1", "web:2"), "Deployment/web"))
                .isPresent();
        assertThat(mutable.answer(new Version("orders-1", "web:2"), "Deployment/web"))
                .isEmpty();
    }

    @Test
    void whatWaitsIsSaidAnewEachTimeAndSinceWhen() {
        var version = new Version("orders-2", "web:2");
        var asking = List.of(asks("web", version));

        var held = none.after(asking, Map.of(version, HELD), false, NOW)
                .after(asking, Map.of(version, HELD), false, LATER);

        assertThat(held.gate().versions()).singleElement().returns(NOW, VersionGate::since);
        assertThat(held.after(List.of(), Map.of(), false, LATER).gate().versions())
                .isEmpty();
    }

    @Test
    void whatRunsMayStartAgainButLetsNoOtherWorkloadThrough() {
        var version = new Version("orders-2", "web:2");

        var after = none.after(List.of(runs("web", version)), Map.of(version, HELD), false, NOW);

        assertThat(after.answer(version, "Deployment/web"))
                .hasValueSatisfying(answer -> assertThat(answer.reason()).isEqualTo(Reason.AlreadyRunning.name()));
        assertThat(after.answer(version, "Deployment/worker")).isEmpty();
    }

    @Test
    void whatRunsForOneAndWaitsForAnotherIsBoth() {
        var version = new Version("orders-2", "web:2");

        var after =
                none.after(List.of(runs("web", version), asks("worker", version)), Map.of(version, HELD), false, NOW);

        assertThat(after.answer(version, "Deployment/web").orElseThrow().allowed())
                .isTrue();
        assertThat(after.answer(version, "Deployment/worker").orElseThrow().allowed())
                .isFalse();
    }

    @Test
    void anotherCheckOrAnotherDatabaseStartsAnew() {
        var version = new Version("orders-1", "web:1");
        var known = none.after(List.of(asks("web", version)), Map.of(version, ALLOWED), false, NOW);

        assertThat(known.about("uid-1", Optional.empty()).gate().versions()).hasSize(1);
        assertThat(known.about("uid-1", Optional.of("db:5432/orders")).gate().versions())
                .hasSize(1);
        assertThat(known.about("uid-2", Optional.of("db:5432/orders")).gate().versions())
                .isEmpty();
        assertThat(known.about("uid-1", Optional.of("other:5432/orders")).gate().versions())
                .isEmpty();
    }

    @Test
    void itIsBoundedAndNeverForgetsWhatIsInUse() {
        var used = new Version("orders-used", "web:1");
        var asking = List.of(runs("web", used));
        var memory = none.after(asking, Map.of(used, ALLOWED), false, NOW);

        for (var i = 0; i < 3 * Admissions.REMEMBERED; i++) {
            var version = new Version("orders-%04d".formatted(i), "web:1");
            memory = memory.after(
                    asking, Map.of(version, ALLOWED), false, "2026-01-02T%02d:%02d:00Z".formatted(i / 60, i % 60));
        }

        assertThat(memory.gate().versions()).hasSize(Admissions.REMEMBERED + 1);
        assertThat(memory.answer(used, "Deployment/web")).isPresent();
        assertThat(memory.answer(new Version("orders-0149", "web:1"), "Deployment/web"))
                .isPresent();
        assertThat(memory.answer(new Version("orders-0001", "web:1"), "Deployment/web"))
                .isEmpty();
    }

    private static Judged judged(boolean allowed, boolean fixed) {
        var held = new TreeSet<Hold>();
        if (!allowed) {
            held.add(Hold.Pending);
        }
        return new Judged(
                new Decision(held, allowed ? Reason.Verified : Reason.MigrationsPending, ""), fixed, Optional.empty());
    }

    private static Rollout asks(String name, Version version) {
        return rollout(name, version, false);
    }

    private static Rollout runs(String name, Version version) {
        return rollout(name, version, true);
    }

    private static Rollout rollout(String name, Version version, boolean started) {
        var template = new GatedTemplate(
                Map.of("orders", Optional.of(version.source())), version.images(), PodImages.none(), false);
        return new Rollout(
                "Deployment/" + name,
                "uid-of-" + name,
                template,
                started,
                started ? List.of(template) : List.of(),
                Optional.empty(),
                false);
    }
}
