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
import org.junit.jupiter.api.Test;

class CausesTest {

    private static final Catalog NOTHING = Catalog.empty();
    private static final Catalog LOGS = catalog(table("logs", 1), column("logs", "id", "integer", 1));

    @Test
    void nothingExplainsAChangeByHand() {
        assertThat(cause(NOTHING, LOGS)).isEqualTo(Cause.manual());
    }

    @Test
    void aTableThatAPendingMigrationWouldMakeIsNotRecorded() {
        var cause = cause(NOTHING, LOGS, pending("2_logs", NOTHING, LOGS));

        assertThat(cause.kind()).isEqualTo(Kind.NotRecorded);
        assertThat(cause.migration()).contains("2_logs");
        assertThat(cause.message()).contains("pending migration 2_logs makes this change");
    }

    @Test
    void aTableThatAPendingMigrationMakesWithOtherColumnsIsManualAndSaysSo() {
        var other = catalog(table("logs", 1), column("logs", "id", "bigint", 1));

        var cause = cause(NOTHING, LOGS, pending("2_logs", NOTHING, other));

        assertThat(cause.kind()).isEqualTo(Kind.Manual);
        assertThat(cause.message()).contains("2_logs").endsWith("but to something else (table column logs.id)");
    }

    @Test
    void aTableThatTwoPendingMigrationsMakeTogetherIsExplainedByTheOneThatCompletesIt() {
        var begun = catalog(table("logs", 1));

        var cause = cause(NOTHING, LOGS, pending("2_logs", NOTHING, begun), pending("3_id", begun, LOGS));

        assertThat(cause.migration()).contains("3_id");
    }

    @Test
    void aDroppedTableIsExplainedByTheMigrationThatDropsIt() {
        assertThat(cause(LOGS, NOTHING, pending("2_drop", LOGS, NOTHING)).kind())
                .isEqualTo(Kind.NotRecorded);
        assertThat(cause(LOGS, NOTHING, pending("2_other", LOGS, LOGS)).kind()).isEqualTo(Kind.Manual);
    }

    @Test
    void aChangedColumnIsExplainedByTheMigrationThatChangesItSo() {
        var wide = catalog(table("logs", 1), column("logs", "id", "bigint", 1));
        var text = catalog(table("logs", 1), column("logs", "id", "text", 1));

        assertThat(cause(LOGS, wide, pending("2_wide", LOGS, wide)).kind()).isEqualTo(Kind.NotRecorded);
        assertThat(cause(LOGS, text, pending("2_wide", LOGS, wide)).kind()).isEqualTo(Kind.Manual);
        assertThat(cause(LOGS, text, pending("2_wide", LOGS, wide)).message()).contains("2_wide");
    }

    @Test
    void onlyTheAttributesThatDifferNeedAnExplanation() {
        var was = catalog(object("view", "v", "", 1, "definition", "a", "options", "x"));
        var is = catalog(object("view", "v", "", 1, "definition", "b", "options", "x"));
        var made = catalog(object("view", "v", "", 1, "definition", "b", "options", "y"));

        assertThat(cause(was, is, pending("2_v", was, made)).kind()).isEqualTo(Kind.NotRecorded);
    }

    @Test
    void whatAFailedMigrationLeftIsPartial() {
        var cause = cause(NOTHING, LOGS, new Effect(Kind.PartialMigration, "2_logs", NOTHING, LOGS));

        assertThat(cause.kind()).isEqualTo(Kind.PartialMigration);
        assertThat(cause.message()).contains("began and did not finish");
    }

    @Test
    void theFirstExplanationCounts() {
        var cause = cause(
                NOTHING,
                LOGS,
                new Effect(Kind.PartialMigration, "2_logs", NOTHING, LOGS),
                pending("3_again", NOTHING, LOGS));

        assertThat(cause.migration()).isEqualTo(Optional.of("2_logs"));
    }

    @Test
    void anEffectIsThereWholePartlyNotAtAllOrNotToBeSeen() {
        var effect = pending("2_logs", NOTHING, LOGS);
        var other = catalog(table("logs", 1), column("logs", "id", "bigint", 1));

        assertThat(effect.in(LOGS)).isEqualTo(Extent.WHOLE);
        assertThat(effect.in(other)).isEqualTo(Extent.PARTLY);
        assertThat(effect.in(NOTHING)).isEqualTo(Extent.NONE);
        assertThat(pending("2_data", LOGS, LOGS).in(LOGS)).isEqualTo(Extent.UNSEEN);
    }

    @Test
    void aHalfDoneEffectIsThereInPart() {
        var made = catalog(table("a", 1), table("b", 1));

        assertThat(pending("2_two", NOTHING, made).in(catalog(table("a", 1)))).isEqualTo(Extent.PARTLY);
    }

    @Test
    void whatALaterMigrationChangesAgainCountsAsMadeByTheEarlierOne() {
        var narrow = catalog(table("logs", 1), column("logs", "id", "integer", 1));
        var wide = catalog(table("logs", 1), column("logs", "id", "bigint", 1));
        var run = List.of(pending("2_logs", NOTHING, narrow), pending("3_wide", narrow, wide));

        assertThat(Effect.extents(run, wide)).containsExactly(Extent.WHOLE, Extent.WHOLE);
        assertThat(Effect.extents(run, narrow)).containsExactly(Extent.WHOLE, Extent.NONE);
        assertThat(Effect.extents(run, NOTHING)).containsExactly(Extent.NONE, Extent.NONE);
    }

    @Test
    void whatALaterMigrationTakesBackDoesNotTellWhetherEitherRan() {
        var run = List.of(pending("2_logs", NOTHING, LOGS), pending("3_drop", LOGS, NOTHING));

        assertThat(Effect.extents(run, NOTHING)).containsExactly(Extent.UNSEEN, Extent.UNSEEN);
        assertThat(Effect.extents(run, LOGS)).containsExactly(Extent.WHOLE, Extent.NONE);
    }

    @Test
    void anObjectByHandDoesNotUndoTheMigrationThatItWasPutOn() {
        var more = catalog(table("logs", 1), column("logs", "id", "integer", 1), column("logs", "hand", "text", 1));

        assertThat(pending("2_logs", NOTHING, LOGS).in(more)).isEqualTo(Extent.WHOLE);
    }

    @Test
    void anEditedFileExplainsWhatItMakesOtherwise() {
        var wide = catalog(table("logs", 1), column("logs", "id", "bigint", 1));

        var cause = cause(LOGS, wide, edited("1_logs", NOTHING, LOGS));

        assertThat(cause.kind()).isEqualTo(Kind.EditedMigration);
        assertThat(cause.migration()).contains("1_logs");
        assertThat(cause.message()).endsWith("it makes data_type integer, and the database has bigint");
    }

    @Test
    void anEditedFileExplainsAColumnOfAnotherNameNextToItsOwn() {
        var other = catalog(table("logs", 1), column("logs", "id", "integer", 1), column("logs", "old", "text", 1));

        var cause = cause(LOGS, other, edited("1_logs", NOTHING, LOGS));

        assertThat(cause.kind()).isEqualTo(Kind.EditedMigration);
        assertThat(cause.message()).endsWith("it leaves no such table column, and the database has one");
    }

    @Test
    void anEditedFileDoesNotExplainWhatItNeverTouches() {
        var other = catalog(table("other", 1));
        var both = catalog(table("other", 1), column("other", "x", "text", 1));

        assertThat(cause(other, both, edited("1_logs", NOTHING, LOGS)).kind()).isEqualTo(Kind.Manual);
    }

    @Test
    void aPendingMigrationThatMakesTheChangeComesBeforeAnEditedOneThatMayHave() {
        var wide = catalog(table("logs", 1), column("logs", "id", "bigint", 1));

        assertThat(cause(LOGS, wide, edited("1_logs", NOTHING, LOGS), pending("2_wide", LOGS, wide))
                        .kind())
                .isEqualTo(Kind.NotRecorded);
    }

    private static Effect edited(String migration, Catalog before, Catalog after) {
        return new Effect(Kind.EditedMigration, migration, before, after);
    }

    private static Effect pending(String migration, Catalog before, Catalog after) {
        return new Effect(Kind.NotRecorded, migration, before, after);
    }

    private static Cause cause(Catalog expected, Catalog actual, Effect... effects) {
        var drift = Causes.explain(Comparison.between(expected, actual), expected, actual, List.of(effects), List.of());
        assertThat(drift.differences()).hasSize(1);
        return drift.differences().getFirst().cause();
    }
}
