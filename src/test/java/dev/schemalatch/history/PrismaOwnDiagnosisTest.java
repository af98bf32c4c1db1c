package dev.schemalatch.history;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.failure.Reason;
import dev.schemalatch.history.History.Relation;
import dev.schemalatch.tool.MigrationTool;
import dev.schemalatch.tool.RecordedHistory;
import dev.schemalatch.tool.Tools;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every recorded history against what Prisma's own {@code diagnoseMigrationHistory} said of it. */
class PrismaOwnDiagnosisTest {

    private static final MigrationTool PRISMA = Tools.named("Prisma");

    static Stream<RecordedHistory> answered() {
        return recorded().filter(history -> !history.answer().has("error"));
    }

    private static Stream<RecordedHistory> recorded() {
        return Stream.of(RecordedHistory.histories(), RecordedHistory.situations())
                .flatMap(List::stream);
    }

    private static Stream<RecordedHistory> refused(String code) {
        return recorded()
                .filter(history -> history.answer().path("error").asText().equals(code));
    }

    @Test
    void thereIsEnoughToGoBy() {
        assertThat(RecordedHistory.histories()).hasSizeGreaterThan(400);
        assertThat(RecordedHistory.situations()).hasSizeGreaterThan(30);
        assertThat(answered().map(history -> relation(history)).distinct())
                .containsExactlyInAnyOrder(Relation.values());
    }

    @ParameterizedTest
    @MethodSource("answered")
    void saysWhatPrismaSays(RecordedHistory recorded) {
        var shipped = recorded.migrations(PRISMA);

        var history = recorded.hasTable()
                ? History.compare(recorded.reading(PRISMA), recorded.lockHeld())
                : History.withoutTable(shipped, true);

        assertThat(history.relation()).isEqualTo(relation(recorded));
        assertThat(history.pending()).isEqualTo(recorded.answered("pending"));
        assertThat(history.missing()).isEqualTo(recorded.answered("missing"));
        assertThat(history.edited()).isEqualTo(recorded.answered("edited"));
        assertThat(history.failed()).extracting(History.Failed::name).isEqualTo(recorded.answered("failed"));
        assertThat(history.lastCommon())
                .isEqualTo(
                        Optional.ofNullable(recorded.answer().get("lastCommon").textValue()));
    }

    @Test
    void refusesTheLockFilesThatPrismaRefuses() {
        assertThat(refused("P3019")).hasSizeGreaterThan(10).allSatisfy(recorded -> assertFails(
                        Reason.ToolUnsupported, () -> recorded.migrations(PRISMA))
                .contains("P3019"));
    }

    @Test
    void callsAnAppliedMigrationWhoseFileIsGoneEditedWherePrismaGivesUp() {
        assertThat(refused("P3015")).isNotEmpty().allSatisfy(recorded -> {
            var history = History.compare(recorded.reading(PRISMA), false);

            assertThat(history.edited()).containsExactly("20240102000000_b");
            assertThat(history.pending()).isEmpty();
        });
    }

    private static Relation relation(RecordedHistory recorded) {
        return switch (recorded.answer().get("relation").asText()) {
            case "databaseIsBehind" -> Relation.BEHIND;
            case "migrationsDirectoryIsBehind" -> Relation.AHEAD;
            case "historiesDiverge" -> Relation.DIVERGED;
            default -> Relation.IN_SYNC;
        };
    }
}
