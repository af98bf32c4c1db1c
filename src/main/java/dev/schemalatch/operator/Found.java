package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.DriftStatus;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus.DatabaseStatus;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus.RemedyStatus;
import dev.schemalatch.api.v1alpha1.MigrationsStatus;
import dev.schemalatch.api.v1alpha1.MigrationsStatus.AppliedStatus;
import dev.schemalatch.api.v1alpha1.MigrationsStatus.FailedStatus;
import dev.schemalatch.api.v1alpha1.MigrationsStatus.PositionStatus;
import dev.schemalatch.api.v1alpha1.MigrationsStatus.SourceStatus;
import dev.schemalatch.check.CheckReport;
import dev.schemalatch.check.CheckReport.Files;
import dev.schemalatch.check.CheckReport.Server;
import dev.schemalatch.drift.Position;
import dev.schemalatch.history.History;
import dev.schemalatch.remedy.Remedy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known: what a check found and, where it could not tell, what was known before. Every list and text is bounded. */
record Found(
        @Nullable DatabaseStatus database,
        @Nullable MigrationsStatus migrations,
        @Nullable DriftStatus drift,
        List<String> notChecked,
        List<RemedyStatus> remedies) {

    /** Whether a check could tell what it is there for. */
    static boolean answered(CheckReport report) {
        return report.history().known().isPresent() && report.drift().known().isPresent();
    }

    /** Whether a check found out nothing at all about the database. */
    static boolean nothing(CheckReport report) {
        return report.history().known().isEmpty() && report.drift().known().isEmpty();
    }

    static Found since(MigrationDriftCheckStatus stored, CheckReport report) {
        var answered = answered(report);
        return new Found(
                report.database().known().map(Found::database).orElse(stored.database()),
                migrations(stored.migrations(), report).orElse(null),
                report.drift().known().map(Drifts::status).orElse(stored.drift()),
                answered || !report.notChecked().isEmpty()
                        ? Text.bounded(report.notChecked(), Text.SENTENCE)
                        : stored.notChecked(),
                answered || !report.remedies().isEmpty() ? remedies(report.remedies()) : stored.remedies());
    }

    private static DatabaseStatus database(Server server) {
        return new DatabaseStatus(
                server.version().toString(),
                Text.bounded(server.database(), Text.NAME),
                Text.bounded(server.historyTable().toString(), Text.NAME));
    }

    private static Optional<MigrationsStatus> migrations(@Nullable MigrationsStatus stored, CheckReport report) {
        var files = report.migrations().known();
        return report.history()
                .known()
                .map(history -> migrations(files, history, report.position()))
                .or(() -> Optional.ofNullable(stored))
                .or(() -> files.map(Found::filesAlone));
    }

    private static MigrationsStatus migrations(Optional<Files> files, History history, Optional<Position> position) {
        var lists =
                List.of(history.pending(), history.missing(), history.failed(), history.edited(), history.rolledBack());
        return new MigrationsStatus(
                files.map(Files::tool).orElse(null),
                files.map(Found::source).orElse(null),
                files.map(Files::shipped).orElse(history.shipped().size()),
                history.applied().size(),
                history.lastApplied()
                        .map(done -> new AppliedStatus(
                                Text.bounded(done.name(), Text.NAME),
                                done.at().map(Times::write).orElse(null)))
                        .orElse(null),
                history.pending().size(),
                Text.bounded(history.pending(), Text.NAME),
                Text.bounded(history.missing(), Text.NAME),
                history.failed().stream().limit(Text.ENTRIES).map(Found::failed).toList(),
                Text.bounded(history.edited(), Text.NAME),
                Text.bounded(history.rolledBack(), Text.NAME),
                position.map(Found::position).orElse(null),
                lists.stream().anyMatch(list -> list.size() > Text.ENTRIES) ? true : null);
    }

    private static MigrationsStatus filesAlone(Files files) {
        return new MigrationsStatus(
                files.tool(),
                source(files),
                files.shipped(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
    }

    private static PositionStatus position(Position position) {
        return new PositionStatus(
                position.migration().map(name -> Text.bounded(name, Text.NAME)).orElse(null),
                position.exact(),
                position.differences(),
                Text.bounded(position.sentence(), Text.SENTENCE));
    }

    private static SourceStatus source(Files files) {
        return new SourceStatus(
                files.origin().kind(),
                Text.bounded(files.origin().name(), Text.SENTENCE),
                files.origin().digest(),
                files.origin().resolved().orElse(null));
    }

    private static FailedStatus failed(History.Failed failed) {
        var state = failed.state().name();
        return new FailedStatus(
                Text.bounded(failed.name(), Text.NAME),
                failed.at().map(Times::write).orElse(null),
                state.charAt(0) + state.substring(1).toLowerCase(Locale.ROOT),
                failed.stoppedAt().filter(at -> !at.isEmpty()).orElse(null));
    }

    private static List<RemedyStatus> remedies(List<Remedy> remedies) {
        var shown = remedies.stream().limit(Text.ENTRIES).map(Found::remedy);
        return remedies.size() <= Text.ENTRIES
                ? shown.toList()
                : Stream.concat(shown, Stream.of(more())).toList();
    }

    private static RemedyStatus remedy(Remedy remedy) {
        return new RemedyStatus(
                Text.bounded(remedy.situation(), Text.NAME),
                Text.bounded(remedy.action(), Text.SENTENCE),
                remedy.command()
                        .map(command -> Text.bounded(command, Text.COMMAND))
                        .orElse(null),
                remedy.safety().name(),
                remedy.proven());
    }

    private static RemedyStatus more() {
        return new RemedyStatus(
                "more than fits here", "See the report for the rest.", null, Remedy.Safety.ReadOnly.name(), false);
    }
}
