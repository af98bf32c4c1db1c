package dev.schemalatch.report;

import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.drift.Difference.Change;
import dev.schemalatch.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A report in words, before it is dressed for a terminal or for a web page: both say the same.
 *
 * @param subject what was compared with what, one line
 */
record Page(Verdict verdict, String subject, List<Section> sections) {

    Page {
        sections = List.copyOf(sections);
    }

    /** A part of the report under its own title. */
    record Section(String title, String summary, List<Block> blocks) {

        Section {
            blocks = List.copyOf(blocks);
        }
    }

    /** What a section consists of. */
    sealed interface Block {

        /** Names of one sort: the pending migrations, the missing ones. */
        record Names(String label, List<String> names) implements Block {
            public Names {
                names = List.copyOf(names);
            }
        }

        /** One remark. */
        record Remark(String text) implements Block {}

        /** The differences that one cause explains. */
        record Explained(String cause, String why, List<Entry> entries) implements Block {
            public Explained {
                entries = List.copyOf(entries);
            }
        }

        /** SQL to be read and copied as it is. */
        record Sql(String text) implements Block {}

        /** One thing to do. */
        record Step(String situation, String action, Optional<String> command, String safety) implements Block {}
    }

    /**
     * One object that differs.
     *
     * @param parts what came or went with it: {@code 5 columns, 1 index}; empty where nothing did
     * @param changes what is not as expected, one line each
     */
    record Entry(Change change, ObjectKey key, String parts, List<String> changes) {

        Entry {
            changes = List.copyOf(changes);
        }
    }
}
