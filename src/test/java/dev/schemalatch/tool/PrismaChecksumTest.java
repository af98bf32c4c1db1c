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

        assertThat(PrismaChecksum.matches(TEXT, PrismaChecksum.of(TEXT))).isTrue();
        assertThat(PrismaChecksum.matches(TEXT, PrismaChecksum.of(unix))).isTrue();
        assertThat(PrismaChecksum.matches(unix, PrismaChecksum.of(TEXT))).isTrue();
    }

    @Test
    void anythingElseIsAnotherText() {
        for (var other :
                new String[] {"-- a\r\n-- b", "-- a\r\n-- b\n", "\ufeff" + TEXT, "-- a\r-- b\r", " " + TEXT, ""}) {
            assertThat(PrismaChecksum.matches(TEXT, PrismaChecksum.of(other)))
                    .as(other)
                    .isFalse();
        }
        assertThat(PrismaChecksum.matches(TEXT, PrismaChecksum.of(TEXT).toUpperCase(Locale.ROOT)))
                .isFalse();
        assertThat(PrismaChecksum.matches(TEXT, "")).isFalse();
    }

    @Test
    void theFirstVersionsLeftZerosOut() {
        // the hash of "11" has bytes below 16
        var unpadded = PrismaChecksum.of("11").replaceAll("0(.)|(..)", "$1$2");

        assertThat(unpadded.length()).isLessThan(64);
        assertThat(PrismaChecksum.matches("11", unpadded)).isTrue();
        assertThat(PrismaChecksum.matches("12", unpadded)).isFalse();
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

        assertThat(new Prisma().unchanged(row, new Migration("a", "a/migration.sql", Optional.of("x"))))
                .isTrue();
    }
}
