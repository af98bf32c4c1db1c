package dev.schemalatch.drift;

import static dev.schemalatch.drift.Sketch.catalog;
import static dev.schemalatch.drift.Sketch.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.drift.Ladder.Rung;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Four files: each makes a table, but for the third, which writes rows. */
class PositionTest {

    private static final List<String> FILES = List.of("1_a", "2_b", "3_rows", "4_d");
    private static final Catalog ONE = tables(1);
    private static final Catalog TWO = tables(2);
    private static final Ladder LADDER = new Ladder(List.of(
            new Rung(0, Catalog.empty()),
            new Rung(1, ONE),
            new Rung(2, TWO),
            new Rung(3, TWO),
            new Rung(4, tables(3))));

    @Test
    void aDatabaseThatIsWhereItsHistorySaysHasNoOtherPosition() {
        assertThat(position(TWO, "1_a", "2_b")).isEmpty();
        assertThat(position(TWO, "1_a", "2_b", "3_rows")).isEmpty();
    }

    @Test
    void aDatabaseWithoutHistoryStandsWhereItsSchemaIsAndWhatCannotBeSeenBeforeCounts() {
        assertThat(position(tables(3))).get().satisfies(position -> {
            assertThat(position.migration()).contains("4_d");
            assertThat(position.exact()).isTrue();
            assertThat(position.unrecorded()).isEqualTo(FILES);
            assertThat(position.sentence())
                    .isEqualTo("the schema is that of the files up to 4_d (the history says that none is applied)");
        });
    }

    @Test
    void whatCannotBeSeenAtTheEndIsNotTakenForDone() {
        assertThat(position(TWO).map(Position::unrecorded)).contains(List.of("1_a", "2_b"));
    }

    @Test
    void aHistoryThatIsThereIsTakenAtItsWordForWhatCannotBeSeen() {
        assertThat(position(tables(3), "1_a").map(Position::unrecorded)).contains(List.of("2_b", "4_d"));
    }

    @Test
    void aHistoryThatIsAheadLacksWhatCanBeSeenToLack() {
        assertThat(position(ONE, "1_a", "2_b", "3_rows", "4_d")).get().satisfies(position -> {
            assertThat(position.lacking()).containsExactly("2_b", "3_rows", "4_d");
            assertThat(position.unrecorded()).isEmpty();
        });
        assertThat(position(TWO, "1_a", "2_b", "3_rows", "4_d").map(Position::lacking))
                .contains(List.of("4_d"));
        assertThat(position(Catalog.empty(), "1_a").map(Position::migration)).contains(Optional.empty());
    }

    @Test
    void aPositionThatExplainsNearlyAllSaysHowMuchIsOtherwise() {
        var tables =
                IntStream.rangeClosed(1, 9).mapToObj(i -> table("t" + i, 1)).toArray(CatalogObject[]::new);
        var ladder = new Ladder(List.of(new Rung(0, Catalog.empty()), new Rung(1, catalog(tables))));
        tables[8] = table("by_hand", 1);

        assertThat(find(List.of("1_nine"), ladder, catalog(tables))).get().satisfies(position -> {
            assertThat(position.exact()).isFalse();
            assertThat(position.sentence()).contains("up to 1_nine but for 2 differences");
        });
    }

    @Test
    void aDatabaseOfSomethingElseHasNoPosition() {
        assertThat(position(catalog(table("x", 1), table("y", 1)))).isEmpty();
    }

    @Test
    void aHistoryOutOfOrderIsHeldAgainstTheFilesToo() {
        assertThat(position(tables(3), "1_a", "4_d").map(Position::unrecorded)).contains(List.of("2_b"));
    }

    private static Optional<Position> position(Catalog actual, String... applied) {
        return find(FILES, LADDER, actual, applied);
    }

    private static Optional<Position> find(List<String> files, Ladder ladder, Catalog actual, String... applied) {
        var expected =
                ladder.schema(List.of(applied).isEmpty() ? 0 : applied.length).orElseThrow();
        return Position.find(
                files,
                Set.of(applied),
                ladder,
                ladder.nearest(actual).orElseThrow(),
                Math.max(1, Ladder.weight(Comparison.between(expected, actual))));
    }

    private static Catalog tables(int count) {
        return catalog(
                IntStream.rangeClosed(1, count).mapToObj(i -> table("t" + i, 1)).toArray(CatalogObject[]::new));
    }
}
