package dev.schemalatch.report;

import dev.schemalatch.drift.Difference.Change;
import dev.schemalatch.verdict.Verdict;

/** Whether text carries a terminal's colours. */
public enum Palette {
    PLAIN,
    COLOUR;

    private static final String BOLD = "1";
    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";
    private static final String MAGENTA = "35";
    private static final String CYAN = "36";

    String strong(String text) {
        return paint(BOLD, text);
    }

    String verdict(Verdict verdict) {
        var colour =
                switch (verdict) {
                    case InSync -> GREEN;
                    case Pending -> YELLOW;
                    case Drifted, Diverged, Failed -> RED;
                    case Unknown -> MAGENTA;
                };
        return paint(BOLD + ";" + colour, verdict.name());
    }

    String change(Change change, String text) {
        return switch (change) {
            case Missing -> paint(RED, text);
            case Extra -> paint(YELLOW, text);
            case Changed -> paint(CYAN, text);
        };
    }

    String command(String text) {
        return paint(CYAN, text);
    }

    private String paint(String code, String text) {
        return switch (this) {
            case PLAIN -> text;
            case COLOUR -> "\u001b[" + code + "m" + text + "\u001b[0m";
        };
    }
}
