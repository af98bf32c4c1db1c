package dev.schemalatch.report;

import dev.schemalatch.remedy.Plan;
import dev.schemalatch.remedy.Script;
import dev.schemalatch.report.Page.Block;
import dev.schemalatch.report.Page.Section;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a plan into words: its scripts as they are, and what was counted. */
final class PlanWords {

    private PlanWords() {}

    static Stream<Section> of(Plan plan) {
        return Stream.concat(plan.scripts().flatMap(script -> script(script).stream()), counts(plan).stream());
    }

    private static Optional<Section> script(Script script) {
        return script.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        script.purpose().file(),
                        script.proof().proven()
                                ? "proven"
                                : "not proven: " + script.proof().why(),
                        List.of(new Block.Sql(script.sql()))));
    }

    private static Optional<Section> counts(Plan plan) {
        return plan.counts().isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        "Rows in the way of repair.sql",
                        "",
                        plan.counts().stream().<Block>map(PlanWords::count).toList()));
    }

    private static Block count(Plan.Count count) {
        var rows = count.rows().isPresent() ? Long.toString(count.rows().getAsLong()) : "not counted";
        return new Block.Remark("%s: %s".formatted(count.probe().obstacle(), rows));
    }
}
