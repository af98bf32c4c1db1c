package dev.schemalatch.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.schemalatch.connection.AddressPolicy;
import dev.schemalatch.postgres.Postgres;
import dev.schemalatch.testing.Databases;
import dev.schemalatch.testing.TestDatabase;
import dev.schemalatch.tool.Applied.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrismaHistoryIT {

    private static final MigrationTool PRISMA = new Prisma();
    private static final HistoryTable TABLE =
            PRISMA.historyTables(Optional.empty()).get(0);

    private final Postgres postgres = new Postgres(AddressPolicy.open());

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void prismasOwnTableIsReadInTheOrderOfTimeByARoleThatMayOnlyRead(int major) {
        try (var database = Databases.create(major)) {
            database.run(PRISMA.createHistory(TABLE).get(0));
            database.run("""
                    INSERT INTO _prisma_migrations
                      (id, migration_name, checksum, started_at, finished_at, rolled_back_at, applied_steps_count, logs)
                    VALUES ('3', 'c', 'z', '2026-01-03 00:00:00.123456+02', NULL, NULL, 0, 'ERROR: x'),
                           ('1', 'a', 'x', '2026-01-01 00:00:00+00', '2026-01-01 00:00:01.5+00', NULL, 1, NULL),
                           ('2', 'b', 'y', '2026-01-02 00:00:00+00', '2026-01-02 00:00:00+00', NULL, 0, ''),
                           ('0', 'd', 'w', '2026-01-04 00:00:00+00', NULL, '2026-01-05 00:00:00+00', 0, NULL)
                    """);

            var rows = read(database, TABLE);

            assertThat(rows).extracting(Applied::name).containsExactly("a", "b", "c", "d");
            assertThat(rows)
                    .extracting(Applied::state)
                    .containsExactly(State.FINISHED, State.RESOLVED, State.UNFINISHED, State.ROLLED_BACK);
            assertThat(rows.get(0).finishedAt()).contains(Instant.parse("2026-01-01T00:00:01.500Z"));
            assertThat(rows.get(2).startedAt()).contains(Instant.parse("2026-01-02T22:00:00.123456Z"));
            assertThat(rows.get(2).log()).contains("ERROR: x");
            assertThat(rows)
                    .extracting(Applied::checksum)
                    .extracting(Optional::get)
                    .containsExactly("x", "y", "z", "w");
            assertThat(rows).allSatisfy(row -> assertThat(row.age()).isPresent());
        }
    }

    @Test
    void aTableThatWasMadeByHandIsReadAsFarAsItGoes() {
        try (var database = Databases.create()) {
            database.run(
                    "CREATE TABLE _prisma_migrations (migration_name text, finished_at timestamp, applied_steps_count int)",
                    "INSERT INTO _prisma_migrations VALUES ('a', now(), NULL), ('b', NULL, NULL), (NULL, NULL, NULL),"
                            + " ('c', 'infinity', 1)");

            var rows = read(database, TABLE);

            assertThat(rows)
                    .extracting(Applied::name, Applied::state)
                    .containsExactlyInAnyOrder(
                            tuple("a", State.FINISHED), tuple("b", State.UNFINISHED), tuple("c", State.FINISHED));
            assertThat(rows).allSatisfy(row -> assertThat(row.checksum()).isEmpty());
        }
    }

    @Test
    void aViewOfTheTableAndAnOddSchemaAreReadToo() {
        try (var database = Databases.create()) {
            var odd = new HistoryTable("Or\"ders", "_prisma_migrations");
            database.run(
                    "CREATE SCHEMA \"Or\"\"ders\"",
                    PRISMA.createHistory(TABLE).get(0),
                    "INSERT INTO _prisma_migrations (id, migration_name, checksum) VALUES ('1', 'a', 'x')",
                    "CREATE VIEW \"Or\"\"ders\"._prisma_migrations AS TABLE public._prisma_migrations");

            assertThat(read(database, odd)).singleElement().satisfies(row -> {
                assertThat(row.name()).isEqualTo("a");
                assertThat(row.age()).isEmpty();
            });
        }
    }

    private List<Applied> read(TestDatabase database, HistoryTable table) {
        return postgres.read(
                database.reader(table.quoted()), "schemalatch/test", Duration.ofSeconds(20), session -> PRISMA.read(
                                MigrationFiles.of(List.of()), session.rows(PRISMA.history(table)))
                        .applied());
    }
}
