package dev.schemalatch.drift;

import static dev.schemalatch.drift.Sketch.catalog;
import static dev.schemalatch.drift.Sketch.column;
import static dev.schemalatch.drift.Sketch.inherited;
import static dev.schemalatch.drift.Sketch.object;
import static dev.schemalatch.drift.Sketch.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.testing.DriftLines;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Catalog USERS = catalog(table("users", 5), column("users", "id", "integer", 5));

    @Test
    void aCatalogIsNotDriftedFromItself() {
        assertThat(Comparison.between(USERS, USERS).differences()).isEmpty();
    }

    @Test
    void ageIsNoDifference() {
        assertThat(Comparison.between(USERS, catalog(table("users", 1), column("users", "id", "integer", -1)))
                        .differences())
                .isEmpty();
    }

    @Test
    void anExtraTableIsOneDifferenceWithAllItsParts() {
        var actual = catalog(
                table("users", 5),
                column("users", "id", "integer", 5),
                table("logs", 1),
                column("logs", "id", "integer", 1),
                object("sequence", "logs_id_seq", "table column logs.id", 1),
                object("index", "logs_idx", "table logs", 1));

        assertThat(DriftLines.of(Comparison.between(USERS, actual)))
                .containsExactly("Extra table logs [table column logs.id, sequence logs_id_seq, index logs_idx]");
        assertThat(DriftLines.of(Comparison.between(actual, USERS)))
                .containsExactly("Missing table logs [table column logs.id, sequence logs_id_seq, index logs_idx]");
    }

    @Test
    void aMissingColumnOfATableThatIsThereStandsForItself() {
        assertThat(DriftLines.of(Comparison.between(USERS, catalog(table("users", 5)))))
                .containsExactly("Missing table column users.id");
    }

    @Test
    void aChangedAttributeIsShownWithBothSpellings() {
        var actual = catalog(table("users", 5), column("users", "id", "bigint", 5));

        assertThat(DriftLines.of(Comparison.between(USERS, actual)))
                .containsExactly("Changed table column users.id data_type: integer -> bigint");
    }

    @Test
    void anAttributeOnOneSideOnlyIsAChange() {
        var expected = catalog(object("table", "t", "", 1, "options", "fillfactor=70"));

        assertThat(DriftLines.of(Comparison.between(expected, catalog(table("t", 1)))))
                .containsExactly("Changed table t options: fillfactor=70 -> -");
    }

    @Test
    void anAttributeThatARestoredDumpSpellsOtherwiseIsNoChange() {
        var before = catalog(object("view", "v", "", 1, "definition", "= ANY ((ARRAY['a'::varchar])::text[])"));
        var after = catalog(object("view", "v", "", 1, "definition", "= ANY (ARRAY[('a'::varchar)::text])"));

        assertThat(Comparison.between(before, after).differences()).isEmpty();
    }

    @Test
    void anAddedColumnOfAPartitionedTableIsOneDifferenceHoweverManyPartitionsThereAre() {
        var expected = catalog(table("p", 1), object("table", "p1", "table p", 1));
        var actual = catalog(
                table("p", 1),
                object("table", "p1", "table p", 1),
                column("p", "x", "text", 1),
                inherited(object("table column", "p1.x", "table p1", 1), "table column p.x"));

        assertThat(DriftLines.of(Comparison.between(expected, actual)))
                .containsExactly("Extra table column p.x [table column p1.x]");
    }

    @Test
    void anAddedPartitionTakesItsColumnsWithIt() {
        var expected = catalog(table("p", 1), column("p", "x", "text", 1));
        var actual = catalog(
                table("p", 1),
                column("p", "x", "text", 1),
                object("table", "p1", "table p", 1),
                inherited(object("table column", "p1.x", "table p1", 1), "table column p.x"));

        assertThat(DriftLines.of(Comparison.between(expected, actual)))
                .containsExactly("Extra table p1 [table column p1.x]");
    }

    @Test
    void oneKindInPlaceOfAnotherIsTwoDifferences() {
        var view = catalog(object("view", "users", "", 1));

        assertThat(DriftLines.of(Comparison.between(USERS, view)))
                .containsExactly("Missing table users [table column users.id]", "Extra view users");
    }

    @Test
    void aMissingObjectShowsWhatItShouldHaveBeen() {
        var drift = Comparison.between(catalog(column("t", "a", "text", 1)), Catalog.empty());

        assertThat(drift.differences().getFirst().attributes())
                .containsEntry("data_type", new Difference.Values(Optional.of("text"), Optional.empty()));
    }
}
