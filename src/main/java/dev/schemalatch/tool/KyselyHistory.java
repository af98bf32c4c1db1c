package dev.schemalatch.tool;

import dev.schemalatch.sql.Row;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Rows of {@code kysely_migration}, and what {@code migrator.ts} calls corrupted. */
record KyselyHistory(MigrationFiles files, List<Row> rows) {

    /** By their times, which are text; of equal ones the names decide. */
    private static final Comparator<Applied> ORDER = Comparator.<Applied, Instant>comparing(
                    row -> row.finishedAt().orElse(Instant.EPOCH))
            .thenComparing(Applied::name, LocaleCompare.ORDER);

    Reading reading() {
        var applied = rows.stream().map(KyselyHistory::applied).sorted(ORDER).toList();
        return Reading.byId(files, applied).noting(notes(applied));
    }

    private static Applied applied(Row row) {
        return new Applied(
                row.text("name"),
                Optional.empty(),
                Applied.State.FINISHED,
                Optional.empty(),
                row.optional("at").flatMap(KyselyHistory::instant),
                Optional.empty(),
                row.number("age").map(OptionalLong::of).orElseGet(OptionalLong::empty));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException notWrittenByKysely) {
            return Optional.empty();
        }
    }

    private List<String> notes(List<Applied> applied) {
        var notes = new ArrayList<String>();
        applied.stream()
                .filter(row -> files.withId(row.name()).isEmpty())
                .findFirst()
                .ifPresentOrElse(
                        row -> notes.add(Note.of(
                                "Kysely refuses to run: \"corrupted migrations: previously executed migration %s is"
                                        + " missing\"",
                                row.name())),
                        () -> disorder(applied).ifPresent(notes::add));
        return notes;
    }

    private Optional<String> disorder(List<Applied> applied) {
        return IntStream.range(0, Math.min(applied.size(), files.migrations().size()))
                .filter(at -> !files.migrations()
                        .get(at)
                        .name()
                        .equals(applied.get(at).name()))
                .boxed()
                .findFirst()
                .map(at -> Note.of(
                        "Kysely refuses to run unless allowUnorderedMigrations is set: \"corrupted migrations:"
                                + " expected previously executed migration %s to be at index %d but %s was found in its"
                                + " place\"",
                        applied.get(at).name(), at, files.migrations().get(at).name()));
    }
}
