package dev.schemalatch.report;

import dev.schemalatch.check.CheckReport;
import dev.schemalatch.check.DiffReport;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.remedy.Plan;
import dev.schemalatch.remedy.Remedy;
import dev.schemalatch.report.Page.Block;
import dev.schemalatch.report.Page.Section;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts reports into words. */
final class Pages {

    private Pages() {}

    static Page of(CheckReport report) {
        return new Page(
                report.assessment().verdict(),
                subject(report),
                Stream.concat(
                                Stream.of(
                                                untold(Untold.in(report)),
                                                report.history()
                                                        .known()
                                                        .map(history -> HistoryWords.of(
                                                                history, report.database(), report.position())),
                                                report.drift().known().map(DriftWords::againstMigrations),
                                                PreconditionWords.of(report.required()),
                                                notChecked(report.notChecked()),
                                                remedies(report.remedies()))
                                        .flatMap(Optional::stream),
                                plan(report.plan()))
                        .toList());
    }

    static Page of(DiffReport report) {
        return new Page(
                report.verdict(),
                "database %s against %s, which is taken as right"
                        .formatted(side(report.actual()), side(report.expected())),
                Stream.concat(
                                Stream.of(
                                                untold(Untold.in(report)),
                                                report.drift().known().map(DriftWords::againstDatabase),
                                                notChecked(report.notChecked()))
                                        .flatMap(Optional::stream),
                                plan(report.plan()))
                        .toList());
    }

    private static Stream<Section> plan(Optional<Finding<Plan>> plan) {
        return plan.flatMap(Finding::known).stream().flatMap(PlanWords::of);
    }

    private static String subject(CheckReport report) {
        var database = report.database()
                .known()
                .map(server -> "database %s on PostgreSQL %s".formatted(server.database(), server.version()))
                .orElse("the database");
        var migrations = report.migrations()
                .known()
                .map(files ->
                        "%s of %s".formatted(Words.count(files.shipped(), files.tool() + " migration"), files.origin()))
                .orElse("its migrations");
        return database + " against " + migrations;
    }

    private static String side(Finding<DiffReport.Side> side) {
        return side.known()
                .map(known -> "%s (PostgreSQL %s)".formatted(known.database(), known.version()))
                .orElse("one that could not be read");
    }

    private static Optional<Section> untold(List<Untold> untold) {
        return section(
                "Could not tell",
                "",
                untold.stream()
                        .<Block>map(one -> new Block.Remark("%s (%s): %s"
                                .formatted(
                                        one.why().reason(),
                                        String.join(", ", one.parts()),
                                        one.why().message())))
                        .toList());
    }

    private static Optional<Section> notChecked(List<String> lines) {
        return section(
                "Not checked", "", lines.stream().<Block>map(Block.Remark::new).toList());
    }

    private static Optional<Section> remedies(List<Remedy> remedies) {
        return section(
                "What to do",
                "",
                remedies.stream()
                        .<Block>map(remedy -> new Block.Step(
                                remedy.situation(), remedy.action(), remedy.command(), Words.safety(remedy)))
                        .toList());
    }

    private static Optional<Section> section(String title, String summary, List<Block> blocks) {
        return blocks.isEmpty() ? Optional.empty() : Optional.of(new Section(title, summary, blocks));
    }
}
