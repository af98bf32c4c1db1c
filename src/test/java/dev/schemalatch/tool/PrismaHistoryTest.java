package dev.schemalatch.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Applied.State;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrismaHistoryTest {

    private static final MigrationTool PRISMA = new Prisma();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    S01_clean                   | FINISHED, FINISHED
                    S03_failed                  | FINISHED, UNFINISHED
                    S04_rolled_back             | FINISHED, ROLLED_BACK
                    S04_applied_again           | FINISHED, ROLLED_BACK, FINISHED
                    S04_failed_again            | FINISHED, ROLLED_BACK, UNFINISHED
                    S10_baselined               | RESOLVED
                    S10_baselined_then_deployed | RESOLVED, FINISHED
                    S11_failed_then_resolved    | FINISHED, ROLLED_BACK, RESOLVED
                    S14_empty_file              | FINISHED, FINISHED
                    S19_running                 | FINISHED, UNFINISHED
                    S20_killed                  | FINISHED, UNFINISHED
                    """)
    void rowsThatPrismaWroteSayWhatWasDone(String situation, String states) {
        var rows = RecordedHistory.situation(situation).applied(PRISMA);

        assertThat(rows.stream().map(row -> row.state().name()).toList()).isEqualTo(List.of(states.split(", ")));
        assertThat(rows).allSatisfy(row -> assertThat(row.startedAt()).isPresent());
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.finishedAt().isPresent()).isEqualTo(row.done()));
    }

    @Test
    void onlyAFailureThatPrismaSawLeavesALog() {
        assertThat(last("S03_failed").log()).isPresent();
        assertThat(last("S19_running").log()).isEmpty();
        assertThat(last("S20_killed").log()).isEmpty();
    }

    @Test
    void timesAreReadToTheMicrosecond() {
        var row = PrismaHistory.read(
                row(Map.of("started", "1763000000.123456", "ended", "1763000001.5", "finished", "t")));

        assertThat(row.startedAt()).contains(Instant.parse("2025-11-13T02:13:20.123456Z"));
        assertThat(row.finishedAt()).contains(Instant.parse("2025-11-13T02:13:21.500Z"));
    }

    @Test
    void aMarkOfBeingRolledBackOutweighsBeingFinished() {
        assertThat(PrismaHistory.read(row(Map.of("finished", "t", "rolled_back", "t")))
                        .state())
                .isEqualTo(State.ROLLED_BACK);
    }

    @Test
    void aTableThatWasMadeByHandMayLackNearlyEverything() {
        var row = PrismaHistory.read(new Row(Map.of("name", "a", "finished", "t", "rolled_back", "f")));

        assertThat(row.name()).isEqualTo("a");
        assertThat(row.checksum()).isEmpty();
        assertThat(row.startedAt()).isEmpty();
        assertThat(row.age()).isEmpty();
        assertThat(row.done()).isTrue();
    }

    @Test
    void withoutACountOfStepsTheTimesTellWhatWasRecordedByHand() {
        var same = row(Map.of("finished", "t", "started", "1763000000", "ended", "1763000000"));
        var later = row(Map.of("finished", "t", "started", "1763000000", "ended", "1763000000.001"));

        assertThat(PrismaHistory.read(same).state()).isEqualTo(State.RESOLVED);
        assertThat(PrismaHistory.read(later).state()).isEqualTo(State.FINISHED);
    }

    @Test
    void theTableStandsInTheSchemaOfTheConnectionAndIsQuoted() {
        assertThat(PRISMA.historyTables(Optional.empty()).get(0)).hasToString("public._prisma_migrations");
        var odd = PRISMA.historyTables(Optional.of("Or\"ders")).get(0);

        assertThat(PRISMA.history(odd).text()).contains("FROM \"Or\"\"ders\".\"_prisma_migrations\"");
        assertThat(PRISMA.createHistory(odd)).singleElement().asString().startsWith("CREATE TABLE \"Or\"\"ders\".");
        assertThat(PRISMA.lock(odd, "orders")).contains(new Lock.Advisory(72707369));
        assertThat(PRISMA.foreignHistories())
                .extracting(foreign -> foreign.table().toString())
                .containsExactly("prisma_contract.marker", "prisma_contract.ledger");
    }

    @Test
    void commandsArePastedSafely() {
        var commands = PRISMA.commands(
                MigrationFiles.of(List.of()),
                PRISMA.historyTables(Optional.empty()).get(0));

        assertThat(commands.deploy()).isEqualTo("npx prisma migrate deploy");
        assertThat(commands.markApplied("20240101_init"))
                .get(STRING)
                .isEqualTo("npx prisma migrate resolve --applied 20240101_init");
        assertThat(commands.markRolledBack("a b; rm -rf ~"))
                .get(STRING)
                .isEqualTo("npx prisma migrate resolve --rolled-back 'a b; rm -rf ~'");
        assertThat(commands.markApplied("it's $(x)")).get(STRING).endsWith(" --applied 'it'\\''s $(x)'");
        assertThat(commands.markApplied("--help")).get(STRING).endsWith(" --applied='--help'");
    }

    private static Applied last(String situation) {
        var rows = RecordedHistory.situation(situation).applied(PRISMA);
        return rows.get(rows.size() - 1);
    }

    private static Row row(Map<String, String> values) {
        var all = new LinkedHashMap<>(Map.of("name", "a", "checksum", "x", "finished", "f", "rolled_back", "f"));
        all.putAll(values);
        return new Row(all);
    }
}
