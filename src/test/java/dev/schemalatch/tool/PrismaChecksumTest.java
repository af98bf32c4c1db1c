package dev.schemalatch.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PrismaChecksumTest {

    private static final String TEXT = "-- a\r\n-- b\r\n";

    @Test
    void isThatOfTheTextWithEitherKindOfLineEnds() {
        var unix = TEXT.replace("\r\n", "\n");

        assertThat(PrismaChecksum.allOf(TEXT).contains(PrismaChecksum.of(TEXT))).isTrue();
        assertThat(PrismaChecksum.allOf(TEXT).contains(PrismaChecksum.of(unix))).isTrue();
        assertThat(PrismaChecksum.allOf(unix).contains(PrismaChecksum.of(TEXT))).isTrue();
    }

    @Test
    void anythingElseIsAnotherText() {
        for (var other :
                new String[] {"-- a\r\n-- b", "-- a\r\n-- b\n", "\ufeff" + TEXT, "-- a\r-- b\r", " " + TEXT, ""}) {
            assertThat(PrismaChecksum.allOf(TEXT).contains(PrismaChecksum.of(other)))
                    .as(other)
                    .isFalse();
        }
        assertThat(PrismaChecksum.allOf(TEXT).contains(PrismaChecksum.of(TEXT).toUpperCase(Locale.ROOT)))
                .isFalse();
        assertThat(PrismaChecksum.allOf(TEXT).contains("")).isFalse();
    }

    @Test
    void theFirstVersionsLeftZerosOut() {
        // the hash of "11" has bytes below 16
        var unpadded = PrismaChecksum.of("11").replaceAll("0(.)|(..)", "$1$2");

        assertThat(unpadded.length()).isLessThan(64);
        assertThat(PrismaChecksum.allOf("11").contains(unpadded)).isTrue();
        assertThat(PrismaChecksum.allOf("12").contains(unpadded)).isFalse();
    }

    @Test
    void aRowWithoutAChecksumCannotSayThatTheFileWasEdited() {
        var row = new Applied(
                "a",
                Optional.empty(),
                Applied.State.FINISHED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty());

        assertThat(new Migration(
                                "a",
                                "a",
                                "a/migration.sql",
                                new Content.Sql(Script.asItIs("x")),
                                PrismaChecksum.allOf("x"))
                        .matches(row))
                .isTrue();
    }
}
