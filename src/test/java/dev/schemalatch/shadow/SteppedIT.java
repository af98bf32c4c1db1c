package dev.schemalatch.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.testing.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are sent statement by statement. */
class SteppedIT {

    private static final ShadowFixture FIXTURE = new ShadowFixture();

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void eachStatementIsCommittedByItself(int major) {
        var stepped =
                step(major, "CREATE TABLE a (id int); CREATE INDEX CONCURRENTLY i ON a (id); CREATE TABLE b (id int);");

        assertThat(stepped.looks()).extracting(Stepped.Look::sent).containsExactly(1, 2, 3);
        assertThat(stepped.refused()).isEmpty();
        assertThat(has(stepped.looks().get(0), "table", "public.b")).isFalse();
        assertThat(has(stepped.looks().get(1), "index", "public.i")).isTrue();
        assertThat(has(stepped.looks().get(2), "table", "public.b")).isTrue();
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void aTransactionOfTheFilesOwnIsLookedAtWhenItIsOver(int major) {
        var stepped = step(major, "BEGIN; CREATE TABLE a (id int); COMMIT; BEGIN; CREATE TABLE b (id int);");

        assertThat(stepped.statements()).isEqualTo(5);
        assertThat(stepped.looks()).extracting(Stepped.Look::sent).containsExactly(3);
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void aStatementThatIsRefusedEndsTheFileAndItsTransaction(int major) {
        var stepped = step(
                major,
                "CREATE TABLE a (id int); BEGIN; CREATE TABLE b (id int); SELECT 1/0; COMMIT; CREATE TABLE c (id int);");

        assertThat(stepped.refused()).hasValue(4);
        assertThat(stepped.looks()).extracting(Stepped.Look::sent).containsExactly(1);
        assertThat(has(stepped.looks().get(0), "table", "public.b")).isFalse();
    }

    private static Stepped step(int major, String sql) {
        return FIXTURE.replay(
                major,
                ShadowFixture.plain(),
                scratch -> scratch.step(ShadowFixture.migration("m", sql), (sent, of) -> true));
    }

    private static boolean has(Stepped.Look look, String type, String identity) {
        return look.catalog().find(new ObjectKey(type, identity)).isPresent();
    }
}
