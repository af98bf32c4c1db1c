package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression over the whole of a file's name; its first group is what the history calls the file. A stranger writes it:
 * one that goes astray in a name is stopped after a number of steps.
 */
public final class FilePattern {

    private static final int LENGTH = 200;

    /** A sane expression takes a few steps for each character. */
    private static final int STEPS = 200_000;

    private final Pattern pattern;

    private FilePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws FailedException {@code SpecInvalid} where it is no expression, has no group, or is too long */
    public static FilePattern of(String expression) {
        if (expression.length() > LENGTH) {
            throw invalid(expression, "is longer than " + LENGTH + " characters");
        }
        try {
            var pattern = Pattern.compile(expression);
            if (pattern.matcher("").groupCount() < 1) {
                throw invalid(
                        expression, "has no group: put what the table holds in parentheses, such as ([0-9]+)_.*\\.sql");
            }
            return new FilePattern(pattern);
        } catch (PatternSyntaxException e) {
            throw invalid(
                    expression, "is no regular expression: " + e.getDescription() + " near index " + e.getIndex());
        }
    }

    /**
     * What the history calls a file; empty where its name does not match.
     *
     * @throws FailedException {@code SpecInvalid} where matching takes too many steps
     */
    Optional<String> name(String file) {
        try {
            var matcher = pattern.matcher(new Counted(file, new int[] {STEPS}));
            return matcher.matches() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
        } catch (TooManySteps | StackOverflowError e) {
            throw invalid(
                    pattern.pattern(), "takes too long on the name " + file + "; write it without nested repetitions");
        }
    }

    private static FailedException invalid(String expression, String what) {
        return FailedException.of(
                Reason.SpecInvalid,
                "The pattern of files, %s, %s. Correct spec.migrations.sql.file (--sql-file)."
                        .formatted(expression.substring(0, Math.min(LENGTH, expression.length())), what));
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Text that can be looked at so many times. */
    private record Counted(CharSequence text, int[] left) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (left[0]-- <= 0) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
