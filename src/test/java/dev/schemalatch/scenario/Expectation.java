package dev.schemalatch.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.check.CheckReport;
import dev.schemalatch.drift.Difference;
import dev.schemalatch.drift.Position;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.history.History;
import dev.schemalatch.remedy.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code expected.yaml} of a scenario says. What is not written is expected to be empty, but for remedies and the reasons of
 * differences ({@code because}), which are only compared where they are written.
 */
record Expectation(
        String verdict,
        @Nullable String relation,
        @Nullable String table,
        @Nullable String lastCommon,
        @Nullable List<String> pending,
        @Nullable List<String> missing,
        @Nullable List<String> failed,
        @Nullable List<String> edited,
        @Nullable List<String> rolledBack,
        @Nullable List<String> drift,
        @Nullable List<String> because,
        @Nullable String position,
        @Nullable List<String> remedies,
        @Nullable List<String> failures) {

    void check(CheckReport report) {
        assertThat(failures(report)).as("failures").isEqualTo(orEmpty(failures));
        assertThat(report.assessment().verdict().name()).as("verdict").isEqualTo(verdict);
        check(report.history().known().orElseThrow());
        report.drift().known().ifPresent(known -> assertThat(
                        known.differences().stream().map(Expectation::line))
                .as("drift")
                .containsExactlyElementsOf(orEmpty(drift)));
        if (because != null) {
            assertThat(report.drift().known().orElseThrow().differences().stream()
                            .map(difference -> difference.cause().message())
                            .distinct())
                    .as("because")
                    .containsExactlyElementsOf(because);
        }
        assertThat(report.position().map(Position::sentence).orElse(""))
                .as("position")
                .isEqualTo(position == null ? "" : position);
        if (remedies != null) {
            assertThat(report.remedies().stream().map(Remedy::command).flatMap(Optional::stream))
                    .as("remedies")
                    .containsExactlyElementsOf(remedies);
        }
    }

    private void check(History history) {
        if (relation != null) {
            assertThat(history.relation().name()).as("relation").isEqualTo(relation);
        }
        if (table != null) {
            assertThat(history.table().name()).as("table").isEqualTo(table);
        }
        if (lastCommon != null) {
            assertThat(history.lastCommon()).as("lastCommon").contains(lastCommon);
        }
        assertThat(history.pending()).as("pending").isEqualTo(orEmpty(pending));
        assertThat(history.missing()).as("missing").isEqualTo(orEmpty(missing));
        assertThat(history.failed().stream().map(Expectation::line))
                .as("failed")
                .isEqualTo(orEmpty(failed));
        assertThat(history.edited()).as("edited").isEqualTo(orEmpty(edited));
        assertThat(history.rolledBack()).as("rolledBack").isEqualTo(orEmpty(rolledBack));
    }

    private static String line(History.Failed failed) {
        return failed.name() + " " + failed.state()
                + failed.stoppedAt().map(at -> " at " + at).orElse("");
    }

    private static String line(Difference difference) {
        var cause = difference.cause();
        return "%s %s %s%s"
                .formatted(
                        difference.change(),
                        difference.key(),
                        cause.kind(),
                        cause.migration().map(name -> " " + name).orElse(""));
    }

    private static List<String> failures(CheckReport report) {
        var reasons = new ArrayList<String>();
        report.drift().failure().map(Failure::reason).map(Enum::name).ifPresent(reasons::add);
        report.unsure().stream().map(Failure::reason).map(Enum::name).forEach(reasons::add);
        if (report.history() instanceof Finding.Unknown<History>(Failure why)) {
            reasons.add(why.reason().name());
        }
        return reasons;
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }
}
