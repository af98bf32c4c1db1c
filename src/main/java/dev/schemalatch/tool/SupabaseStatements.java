package dev.schemalatch.tool;

import dev.schemalatch.tool.Script.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file's statements as the Supabase command line cuts them ({@code pkg/parser} of its source, with what that gets wrong): it
 * sends and stores them without the semicolons and blanks around them.
 */
record SupabaseStatements(String text) {

    private static final Pattern AROUND = Pattern.compile("\\A\\p{IsWhite_Space}+|\\p{IsWhite_Space}+\\z");
    private static final Pattern SEMICOLONS = Pattern.compile(";+\\z");
    private static final Pattern BETWEEN =
            Pattern.compile("(?<!\\p{IsWhite_Space})\\p{IsWhite_Space}*+(?:;\\p{IsWhite_Space}*+)++");

    /**
     * One hash for the same statements, however they were cut: versions of the command line cut differently. Line ends count as
     * alike, since a checkout on Windows is no edit.
     */
    static String hash(List<String> statements) {
        var text = BETWEEN.matcher(String.join(";", statements).replace("\r\n", "\n"))
                .replaceAll(";");
        return Hash.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** With the lines that they begin in. */
    List<Part> parts() {
        var parts = new ArrayList<Part>();
        var start = 0;
        SupabaseLexer state = new SupabaseLexer.Ready();
        for (var at = 0; at < text.length(); ) {
            var point = text.codePointAt(at);
            at += Character.charCount(point);
            var next = state.next(point, new SupabaseLexer.Read(text, start, at));
            state = next.orElseGet(SupabaseLexer.Ready::new);
            if (next.isEmpty()) {
                add(parts, start, at);
                start = at;
            }
        }
        add(parts, start, text.length());
        return List.copyOf(parts);
    }

    private void add(List<Part> parts, int start, int end) {
        var piece = SEMICOLONS.matcher(text.substring(start, end)).replaceFirst("");
        var sql = AROUND.matcher(piece).replaceAll("");
        if (!sql.isEmpty()) {
            var before = text.substring(0, start + piece.indexOf(sql));
            parts.add(new Part(
                    sql, 1 + (int) before.chars().filter(c -> c == '\n').count()));
        }
    }
}
