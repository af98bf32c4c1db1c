package dev.schemalatch.drift;

import static dev.schemalatch.drift.Sketch.catalog;
import static dev.schemalatch.drift.Sketch.column;
import static dev.schemalatch.drift.Sketch.object;
import static dev.schemalatch.drift.Sketch.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.drift.Cause.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** History: 1_init finished 100 transactions ago, 2_lost 80, 3_kept 60, 4_gone 40; the files lack 2_lost and 4_gone. */
class MissingMigrationsTest {

    private static final List<Recorded> HISTORY = List.of(
            row("1_init", false, 100), row("2_lost", true, 80), row("3_kept", false, 60), row("4_gone", true, 40));

    @Test
    void anExtraObjectWrittenWhileAMissingMigrationRanMayHaveComeFromIt() {
        assertThat(extra(90, HISTORY).migration()).contains("2_lost");
        assertThat(extra(80, HISTORY).migration()).contains("2_lost");
        assertThat(extra(41, HISTORY).migration()).contains("4_gone");
        assertThat(extra(41, HISTORY).message())
                .isEqualTo("4_gone, which is applied but not in the files, may have made this change");
    }

    @Test
    void anExtraObjectWrittenAfterAllOfThemWasMadeByHand() {
        assertThat(extra(39, HISTORY).kind()).isEqualTo(Kind.Manual);
        assertThat(extra(0, HISTORY).message()).contains("after every recorded migration");
    }

    @Test
    void anExtraObjectWrittenWhileAMigrationOfTheFilesRanWasMadeByHand() {
        assertThat(extra(70, HISTORY).kind()).isEqualTo(Kind.Manual);
        assertThat(extra(100, HISTORY).message()).contains("before 1_init was recorded");
    }

    @Test
    void theOldestRowOfATableTellsWhenItWasMade() {
        var truncatedSince = catalog(table("logs", 3), column("logs", "id", "integer", 45));

        assertThat(cause(Catalog.empty(), truncatedSince, HISTORY).migration()).contains("4_gone");
    }

    @Test
    void aMissingObjectHasNothingToDateItBy() {
        var cause = cause(catalog(table("logs", 1)), Catalog.empty(), HISTORY);

        assertThat(cause.kind()).isEqualTo(Kind.MissingMigration);
        assertThat(cause.migration()).isEmpty();
        assertThat(cause.message()).endsWith("may have made this change: 2_lost, 4_gone");
    }

    @Test
    void unknownOrWrappedAgesDateNothing() {
        assertThat(extra(-1, HISTORY).kind()).isEqualTo(Kind.MissingMigration);
        assertThat(extra(0, List.of(new Recorded("1_gone", true, OptionalLong.empty())))
                        .migration())
                .isEqualTo(Optional.of("1_gone"));
        assertThat(extra(0, List.of(row("1_gone", true, -2_000_000_000))).kind())
                .isEqualTo(Kind.MissingMigration);
    }

    @Test
    void aHistoryThatWasCopiedInOneTransactionDatesNothing() {
        assertThat(extra(0, List.of(row("1_init", false, 9), row("2_gone", true, 9)))
                        .kind())
                .isEqualTo(Kind.MissingMigration);
    }

    @Test
    void aRestoredDumpIsRecognisedByIndexesYoungerThanTheHistory() {
        var history = List.of(row("1_gone", true, 9));
        var index = object("index", "kept", "", 5);

        assertThat(cause(catalog(index), catalog(index, object("index", "more", "", 4)), history)
                        .kind())
                .isEqualTo(Kind.MissingMigration);

        var genuine = object("index", "kept", "", 12);
        assertThat(cause(catalog(genuine), catalog(genuine, object("index", "more", "", 4)), history)
                        .kind())
                .isEqualTo(Kind.Manual);
    }

    @Test
    void nothingIsMissingSoNothingIsTiedToIt() {
        assertThat(extra(90, List.of(row("1_init", false, 100)))).isEqualTo(Cause.manual());
    }

    private static Cause extra(long age, List<Recorded> history) {
        return cause(Catalog.empty(), catalog(table("logs", age)), history);
    }

    private static Cause cause(Catalog expected, Catalog actual, List<Recorded> history) {
        var drift = Causes.explain(Comparison.between(expected, actual), expected, actual, List.of(), history);
        assertThat(drift.differences()).hasSize(1);
        return drift.differences().getFirst().cause();
    }

    private static Recorded row(String migration, boolean missing, long age) {
        return new Recorded(migration, missing, OptionalLong.of(age));
    }
}
