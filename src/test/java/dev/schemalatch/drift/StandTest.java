package dev.schemalatch.drift;

import static dev.schemalatch.drift.Sketch.catalog;
import static dev.schemalatch.drift.Sketch.column;
import static dev.schemalatch.drift.Sketch.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.drift.Stand.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A file of four statements: a table, rows, a column, another table. */
class StandTest {

    private static final Catalog BEFORE = catalog(table("old", 1));
    private static final Catalog FIRST = catalog(table("old", 1), table("a", 1));
    private static final Catalog THIRD = catalog(table("old", 1), table("a", 1), column("a", "id", "integer", 1));
    private static final Catalog ALL =
            catalog(table("old", 1), table("a", 1), column("a", "id", "integer", 1), table("b", 1));
    private static final Stand STAND = stand(OptionalInt.empty(), FIRST, FIRST, THIRD, ALL);

    @Test
    void theNextStatementIsNamedWhereTheSchemaTells() {
        assertThat(STAND.stoppedAt(THIRD)).contains("statement 4 of 4");
    }

    @Test
    void whatRowsDoCannotBeSeenAndLeavesARange() {
        assertThat(STAND.stoppedAt(FIRST)).contains("statement 2 to 3 of 4");
    }

    @Test
    void aStatementThatIsRefusedHereStoppedThereTooWhereTheSchemaAllowsIt() {
        assertThat(stand(OptionalInt.of(3), FIRST, FIRST).stoppedAt(FIRST)).contains("statement 3 of 4");
    }

    @Test
    void nothingOfItAllOfItOrSomethingElseHasNoStatement() {
        assertThat(STAND.stoppedAt(BEFORE)).isEmpty();
        assertThat(STAND.stoppedAt(ALL)).isEmpty();
        assertThat(STAND.stoppedAt(catalog(table("old", 1), table("b", 1)))).isEmpty();
    }

    @Test
    void otherChangesDoNotHideThePlace() {
        assertThat(STAND.stoppedAt(
                        catalog(table("a", 1), column("a", "id", "integer", 1), column("a", "hand", "text", 1))))
                .contains("statement 4 of 4");
    }

    @Test
    void aDifferenceIsTiedToTheStatementThatMakesIt() {
        var drift = Causes.explain(Comparison.between(BEFORE, THIRD), BEFORE, THIRD, STAND.effects("2_x"), List.of());

        assertThat(drift.differences()).singleElement().satisfies(difference -> assertThat(
                        difference.cause().message())
                .isEqualTo("left by statement 3 of 4 of migration 2_x, which began and did not finish"));
    }

    @Test
    void aTransactionIsOnePlace() {
        var transaction = new Stand(BEFORE, List.of(new Look(3, FIRST), new Look(5, ALL)), 5, OptionalInt.empty());

        assertThat(transaction.stoppedAt(FIRST)).contains("statement 4 to 5 of 5");
        assertThat(transaction.effects("2_x"))
                .extracting(Effect::part)
                .first()
                .isEqualTo(Optional.of("statement 1 to 3 of 5"));
    }

    @Test
    void aMixOfStatesIsLookedAtCloser() {
        var coarse = new Stand(BEFORE, List.of(new Look(20, FIRST), new Look(40, ALL)), 40, OptionalInt.empty());

        assertThat(coarse.gap(THIRD)).contains(new Stand.Gap(20, 40));
        assertThat(coarse.gap(BEFORE)).isEmpty();
    }

    private static Stand stand(OptionalInt refused, Catalog... after) {
        var looks = new ArrayList<Look>();
        for (var i = 0; i < after.length; i++) {
            looks.add(new Look(i + 1, after[i]));
        }
        return new Stand(BEFORE, looks, 4, refused);
    }
}
