package dev.schemalatch.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Probe;
import dev.schemalatch.ddl.Safety;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.remedy.Script.Purpose;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {

    @Test
    void whatLosesDataIsCommentedOutLineByLine() {
        var script = script(
                List.of(step("ALTER TABLE public.t ADD COLUMN a integer")),
                List.of(step(Statement.of("DROP TABLE public.old;\nSELECT 1").being(Safety.LosesData))));

        assertThat(live(script.sql()))
                .contains("ALTER TABLE public.t ADD COLUMN a integer;")
                .doesNotContain("DROP TABLE public.old;", "SELECT 1;");
        assertThat(script.sql()).contains("-- DROP TABLE public.old;\n-- SELECT 1;\n");
    }

    @Test
    void whoAcceptsTheLossGetsOneScriptWithoutCommentedStatements() {
        var script = script(
                List.of(step("ALTER TABLE public.t ADD COLUMN a integer")),
                List.of(step(Statement.of("DROP TABLE public.old").being(Safety.LosesData))));

        assertThat(live(script.sqlWithLoss()))
                .containsSubsequence(
                        "BEGIN;", "ALTER TABLE public.t ADD COLUMN a integer;", "DROP TABLE public.old;", "COMMIT;");
    }

    @Test
    void newValuesOfAnEnumAreCommittedBeforeTheyAreUsed() {
        var script = script(
                List.of(
                        step("ALTER TYPE public.mood ADD VALUE 'ok'"),
                        step("ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'ok'::public.mood")),
                List.of());

        assertThat(live(script.sql()))
                .containsSubsequence(
                        "BEGIN;",
                        "ALTER TYPE public.mood ADD VALUE 'ok';",
                        "COMMIT;",
                        "BEGIN;",
                        "ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'ok'::public.mood;",
                        "COMMIT;");
    }

    @Test
    void everyStatementSaysWhatItCostsAndWhatIsInItsWay() {
        var unique = Statement.of("CREATE UNIQUE INDEX i ON public.t (a)")
                .locking(Lock.Share)
                .being(Safety.Locks)
                .unless(new Probe("duplicates of (a) in public.t", "SELECT count(*)\nFROM d"));

        assertThat(script(List.of(step(unique)), List.of()).sql())
                .contains("-- SHARE lock, held while the table is read or an index is built\n")
                .contains(
                        "-- fails where there are duplicates of (a) in public.t; this counts them: SELECT count(*) FROM d\n")
                .contains("-- Strongest lock: SHARE.\n");
    }

    @Test
    void aScriptThatWasNotProvenSaysSoFirst() {
        var script = new Script(
                Purpose.repair,
                List.of(step("SELECT 1")),
                List.of(),
                Proof.Unproven.because("no copy\ncould be made."));

        assertThat(script.sql().lines().skip(1).findFirst()).contains("-- NOT PROVEN: no copy could be made.");
        assertThat(live(script.sql())).doesNotContain("could be made.");
    }

    private static List<String> live(String sql) {
        return sql.lines().filter(line -> !line.startsWith("--")).toList();
    }

    private static Script script(List<Step> steps, List<Step> losing) {
        return new Script(Purpose.repair, steps, losing, new Proof.Proven());
    }

    private static Step step(String sql) {
        return step(Statement.of(sql));
    }

    private static Step step(Statement statement) {
        return new Step(new ObjectKey("table", "public.t"), statement);
    }
}
