package dev.schemalatch.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.schemalatch.source.Bundle;
import dev.schemalatch.source.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Prisma's command line is JavaScript; names and files mean what they mean there, as {@code node} recorded it. */
class JavaScriptTest {

    private static final JsonNode RECORDED = RecordedHistory.parsed(RecordedHistory.resource("javascript.json"));

    @Test
    void namesStandInTheOrderOfLocaleCompare() {
        var order = RECORDED.get("order").valueStream().map(JsonNode::asText).toList();
        var random = new Random(15);
        assertThat(order).hasSizeGreaterThan(500);

        for (var round = 0; round < 20; round++) {
            var shuffled = new ArrayList<>(order);
            Collections.shuffle(shuffled, random);
            shuffled.sort(LocaleCompare.ORDER);
            assertThat(shuffled).isEqualTo(order);
        }
    }

    @Test
    void theOrderIsNotThatOfBytes() {
        var names = new ArrayList<>(List.of(
                "9_x",
                "A_up",
                "a_low",
                "20240101000000_B",
                "20240101000000_b",
                "20240101-z",
                "20240101_a",
                "10_y",
                "0_init",
                "_under"));

        names.sort(LocaleCompare.ORDER);

        assertThat(names)
                .containsExactly(
                        "_under",
                        "0_init",
                        "10_y",
                        "20240101_a",
                        "20240101-z",
                        "20240101000000_b",
                        "20240101000000_B",
                        "9_x",
                        "a_low",
                        "A_up");
    }

    @Test
    void namesThatAreEqualThereStillHaveOneOrderHere() {
        assertThat(LocaleCompare.ORDER.compare("e\u0301", "\u00e9")).isNegative();
        assertThat(LocaleCompare.ORDER.compare("a", "a")).isZero();
    }

    @Test
    void bytesThatAreNoUtf8AreHashedAsTheTextThatTheyAreReadAs() {
        assertThat(RECORDED.get("decoded")).hasSizeGreaterThan(200).allSatisfy(entry -> {
            var migration = read(HexFormat.of().parseHex(entry.get(0).asText()));

            assertThat(PrismaChecksum.of(migration.script().orElseThrow().text()))
                    .as(entry.get(0).asText())
                    .isEqualTo(entry.get(1).asText());
        });
    }

    @Test
    void aByteOrderMarkStaysPartOfTheText() {
        assertThat(read(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'x'})
                        .script()
                        .map(Script::text))
                .contains("\ufeffx");
    }

    private static Migration read(byte[] content) {
        var files = new TreeMap<String, byte[]>();
        files.put("0_init/migration.sql", content);
        var bundle = new Bundle(
                new Origin("Folder", "x", "sha256:0"), Bundle.Shape.TREE, files, new TreeSet<>(List.of("0_init")));
        return new Prisma().files(Project.of(bundle)).migrations().get(0);
    }
}
