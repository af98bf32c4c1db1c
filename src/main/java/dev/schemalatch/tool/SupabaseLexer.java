package dev.schemalatch.tool;

import java.util.Optional;

/**
 * Where the Supabase command line stands in a file while it looks for the next semicolon that ends a statement ({@code
 * pkg/parser/state.go}). It is repeated as it is: what it gets wrong is what was sent.
 */
sealed interface SupabaseLexer {

    /**
     * @param point the last character read
     * @param read the statement up to and with it
     * @return none where the statement ends here
     */
    Optional<SupabaseLexer> next(int point, Read read);

    /** A statement as far as it is read. */
    record Read(String text, int start, int end) {

        int length() {
            return end - start;
        }

        String from(int offset) {
            return text.substring(start + offset, end);
        }

        boolean endsWith(String suffix) {
            return length() >= suffix.length()
                    && text.regionMatches(true, end - suffix.length(), suffix, 0, suffix.length());
        }

        /** Whether it ends in the words BEGIN ATOMIC. */
        boolean endsInBeginAtomic() {
            if (!endsWith("ATOMIC")) {
                return false;
            }
            var at = end - "ATOMIC".length();
            while (at > start && Character.isWhitespace(text.charAt(at - 1))) {
                at--;
            }
            var begin = new Read(text, start, at);
            return at < end - "ATOMIC".length()
                    && begin.endsWith("BEGIN")
                    && !new Read(text, start, at - "BEGIN".length()).endsInWord();
        }

        private boolean endsInWord() {
            var last = length() == 0 ? ' ' : text.codePointBefore(end);
            return Character.isLetterOrDigit(last) || last == '_' || last == '$';
        }
    }

    /** Outside of everything. */
    record Ready() implements SupabaseLexer {

        @Override
        public Optional<SupabaseLexer> next(int point, Read read) {
            return switch (point) {
                case ';' -> Optional.empty();
                case '$' -> Optional.of(new Tag(read.length() - 1));
                case '\'', '"' -> Optional.of(new Quote(point, false));
                case '-' -> Optional.of(new Dash());
                case '/' -> Optional.of(new Block(0));
                case '\\' -> Optional.of(new Escape());
                case '(' -> Optional.of(new Until(this, ")"));
                case 'c', 'C' -> Optional.of(read.endsInBeginAtomic() ? new Until(this, "END") : this);
                default -> Optional.of(this);
            };
        }
    }

    /** After one dash. */
    record Dash() implements SupabaseLexer {

        @Override
        public Optional<SupabaseLexer> next(int point, Read read) {
            return point == '-' ? Optional.of(new Verbatim("\n")) : new Ready().next(point, read);
        }
    }

    /** After a slash, or in a comment of that depth. */
    record Block(int depth) implements SupabaseLexer {

        @Override
        public Optional<SupabaseLexer> next(int point, Read read) {
            if (read.endsWith("/*")) {
                return Optional.of(new Block(depth + 1));
            }
            if (depth == 0) {
                return new Ready().next(point, read);
            }
            if (read.endsWith("*/")) {
                return Optional.of(depth == 1 ? new Ready() : new Block(depth - 1));
            }
            return Optional.of(this);
        }
    }

    /** Between quotes; a doubled one goes on. */
    record Quote(int mark, boolean closed) implements SupabaseLexer {

        @Override
        public Optional<SupabaseLexer> next(int point, Read read) {
            if (closed) {
                return point == mark ? Optional.of(new Quote(mark, false)) : new Ready().next(point, read);
            }
            return Optional.of(new Quote(mark, point == mark));
        }
    }

    /** Up to a text that is found as it is: a dollar tag, the end of a line. */
    record Verbatim(String end) implements SupabaseLexer {

        @Override
        public Optional<SupabaseLexer> next(int point, Read read) {
            var found = read.length() >= end.length()
                    && read.from(read.length() - end.length()).equals(end);
            return Optional.of(found ? new Ready() : this);
        }
    }

    /** In what may become a dollar tag; one with other letters than those of ASCII is not seen. */
    record Tag(int offset) implements SupabaseLexer {

        @Override
        public Optional<SupabaseLexer> next(int point, Read read) {
            if (point == '$') {
                return Optional.of(new Verbatim(read.from(offset)));
            }
            return point < 128 && (Character.isLetterOrDigit(point) || point == '_')
                    ? Optional.of(this)
                    : new Ready().next(point, read);
        }
    }

    /** After a backslash. */
    record Escape() implements SupabaseLexer {

        @Override
        public Optional<SupabaseLexer> next(int point, Read read) {
            return Optional.of(new Ready());
        }
    }

    /** In parentheses or in an SQL body, where semicolons end nothing. */
    record Until(SupabaseLexer inner, String end, int depth) implements SupabaseLexer {

        /** Deeper than people nest, and less than a stack holds. */
        private static final int DEEPEST = 200;

        Until(SupabaseLexer inner, String end) {
            this(inner, end, inner instanceof Until(var ignored, var kept, int depth) ? depth + 1 : 1);
        }

        // the parenthesis that closes the innermost pair closes all of them, so that pairs in pairs are one
        @Override
        public Optional<SupabaseLexer> next(int point, Read read) {
            var state = inner.next(point, read).orElse(inner);
            if (state instanceof Ready && read.endsWith(end)) {
                return Optional.of(new Ready());
            }
            var same = state instanceof Until(var ignored, String other, int deep)
                    && (other.equals(end) || deep > DEEPEST);
            return Optional.of(same ? state : new Until(state, end));
        }
    }
}
