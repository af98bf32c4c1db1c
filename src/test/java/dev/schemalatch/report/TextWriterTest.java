package dev.schemalatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.drift.Difference.Change;
import dev.schemalatch.report.Page.Block;
import dev.schemalatch.report.Page.Entry;
import dev.schemalatch.report.Page.Section;
import dev.schemalatch.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextWriterTest {

    private static final String STEERING = "\u001b[2J\u0007\r\u009b1m";

    @Test
    void nothingOfADatabaseSteersATerminal() {
        var entry = new Entry(
                Change.Changed, new ObjectKey("table", "public." + STEERING), "", List.of("comment: a -> " + STEERING));
        var page = new Page(
                Verdict.Drifted,
                "database " + STEERING,
                List.of(new Section(
                        "Schema",
                        STEERING,
                        List.of(
                                new Block.Explained("Manual", STEERING, List.of(entry)),
                                new Block.Names("pending", List.of(STEERING)),
                                new Block.Remark(STEERING)))));

        assertThat(TextWriter.write(page, Palette.PLAIN).chars())
                .noneMatch(c -> c != '\n' && Character.isISOControl(c));
    }

    @Test
    void aWordLongerThanTheLineIsNotTorn() {
        var word = "x".repeat(150);

        assertThat(TextWriter.write(new Page(Verdict.InSync, "database " + word, List.of()), Palette.PLAIN))
                .contains(word);
    }
}
