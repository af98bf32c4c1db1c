package dev.schemalatch.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NodePgMigrateTest {

    private static final MigrationTool TOOL = new NodePgMigrate();

    private static List<String> names(Bundle bundle) {
        return files(bundle).migrations().stream().map(Migration::name).toList();
    }

    private static MigrationFiles files(Bundle bundle) {
        return TOOL.files(Project.of(bundle));
    }

    @Test
    void filesStandInTheOrderThatTheToolGivesThem() throws IOException {
        JsonNode recorded;
        try (var order = Objects.requireNonNull(getClass().getResourceAsStream("/node-pg-migrate/order.json"))) {
            recorded = new ObjectMapper().readTree(order);
        }
        var order = recorded.valueStream().map(JsonNode::asText).toList();
        var random = new Random(6);
        assertThat(order).hasSizeGreaterThan(300);

        for (var round = 0; round < 20; round++) {
            var shuffled = new ArrayList<>(order);
            Collections.shuffle(shuffled, random);
            shuffled.sort(NodePgMigrateOrder.BY_FILE_NAME);
            assertThat(shuffled).isEqualTo(order);
        }
    }

    @Test
    void aNumberOfSeventeenDigitsThatIsNoDateIsANumber() {
        var names = new ArrayList<>(List.of("99999999999999999_b.sql", "20231114221320000_a.sql", "x.sql", "1_z.sql"));

        names.sort(NodePgMigrateOrder.BY_FILE_NAME);

        assertThat(names).containsExactly("x.sql", "1_z.sql", "20231114221320000_a.sql", "99999999999999999_b.sql");
    }

    @Test
    void nameAndLanguageAreOfTheFile() {
        var bundle = BundleOf.tree(
                "db/migrations/1700000000000_a.sql",
                "db/migrations/1700000100000_b.js",
                "db/migrations/1700000200000_c.ts",
                "db/migrations/1700000200000_c.d.ts",
                "db/migrations/1700000200000_c.js.map",
                "db/migrations/1700000300000_d.mjs",
                "db/migrations/1700000300000_d.test.mjs",
                "db/migrations/README.md",
                "db/migrations/.1700000400000_e.sql",
                "db/migrations/old/1600000000000_x.sql");

        assertThat(names(bundle))
                .containsExactly("1700000000000_a", "1700000100000_b", "1700000200000_c", "1700000300000_d");
        assertThat(files(bundle).migrations().get(0).script()).isPresent();
        assertThat(files(bundle).migrations().get(1).content()).isEqualTo(new Content.Code("JavaScript"));
        assertThat(files(bundle).migrations().get(2).content()).isEqualTo(new Content.Code("TypeScript"));
    }

    @Test
    void aFileForEachDirectionIsOneMigration() {
        var bundle = BundleOf.tree("1_a.up.sql", "1_a.down.sql", "2_b.sql", "3_c.down.sql");

        assertThat(names(bundle)).containsExactly("1_a", "2_b", "3_c.down");
    }

    @Test
    void aHistoryOfTheOtherLoaderIsUnderstood() {
        var files = files(BundleOf.tree("1_a.up.sql", "1_a.down.sql", "2_b.up.sql"));
        var reading = TOOL.read(files, List.of(new Row(Map.of("name", "1_a.up")), new Row(Map.of("name", "3_c.up"))));

        assertThat(reading.applied()).extracting(Applied::name).containsExactly("1_a", "3_c.up");
    }

    @Test
    void marksInSqlAndWordsInProgramsTellTheTool() {
        assertThat(TOOL.claims(BundleOf.tree(Map.of("1700000000000_a.sql", "-- Up Migration\n"))))
                .isEqualTo(Claim.CERTAIN);
        assertThat(TOOL.claims(BundleOf.tree(Map.of("1_a.sql", "-- Up Migration\n-- Down Migration\n"))))
                .isEqualTo(Claim.CERTAIN);
        assertThat(TOOL.claims(BundleOf.tree(Map.of("1_a.sql", "-- Up Migration\n"))))
                .isEqualTo(Claim.NONE);
        assertThat(TOOL.claims(BundleOf.tree(Map.of("1_a.js", "exports.up = (pgm) => {};"))))
                .isEqualTo(Claim.CERTAIN);
        assertThat(TOOL.claims(BundleOf.tree(Map.of("1_a.up.sql", "-- Up Migration\n"))))
                .isEqualTo(Claim.NONE);
        assertThat(TOOL.claims(BundleOf.tree("1700000000000_a.sql"))).isEqualTo(Claim.POSSIBLE);
        assertThat(TOOL.claims(BundleOf.tree("20240101000000_a.sql"))).isEqualTo(Claim.NONE);
        assertThat(TOOL.claims(BundleOf.tree(Map.of("1700000000000_a.js", "export const up = (knex) => {}"))))
                .isEqualTo(Claim.NONE);
    }

    @Test
    void whatTheToolCannotSortOrTellApartIsSaid() {
        var files = files(BundleOf.tree("1_a.sql", "1_a.js", "b.sql"));

        assertThat(files.notes())
                .hasSize(2)
                .anyMatch(note -> note.startsWith("1_a: both 1_a.js and 1_a.sql"))
                .anyMatch(note -> note.startsWith("b: does not begin with a number"));
    }

    @Test
    void oneMigrationIsRecordedByItsName() {
        var commands = TOOL.commands(MigrationFiles.of(List.of()), new HistoryTable("public", "pgmigrations"));

        assertThat(commands.markApplied("1700000000000_a")).contains("npx node-pg-migrate up --fake 1700000000000_a");
        assertThat(commands.markApplied("17_a;b")).contains("npx node-pg-migrate up --fake '17_a;b'");
        assertThat(commands.markApplied("17")).isEmpty();
        assertThat(commands.markApplied("-x")).isEmpty();
    }
}
