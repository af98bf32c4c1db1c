package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.source.FolderSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a recorded history's dump holds of a table: the words of its INSERTs; NULL is empty text. */
record RecordedRows(Path folder) {

    private static final Pattern VALUE = Pattern.compile("'((?:[^']|'')*)'|([^,]+)");

    static Stream<RecordedRows> of(String tool) {
        try (var folders = Files.list(Path.of("src/test/histories", tool))) {
            return folders.sorted().map(RecordedRows::new).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Bundle bundle() {
        return new FolderSource(folder.resolve("migrations")).read();
    }

    /** Whether what a check must say of it has a word. */
    boolean expects(String word) {
        return text("expected.yaml").contains(word);
    }

    List<List<String>> rows(String table) {
        var insert = Pattern.compile("INSERT INTO \\S*\\b" + table + " VALUES \\((.*)\\);");
        return text("database.sql")
                .lines()
                .map(insert::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> values(matcher.group(1)))
                .toList();
    }

    private static List<String> values(String list) {
        var values = new ArrayList<String>();
        var matcher = VALUE.matcher(list.replace(", ", ","));
        while (matcher.find()) {
            var quoted = matcher.group(1);
            var plain = quoted == null ? matcher.group(2) : quoted.replace("''", "'");
            values.add(plain.equals("NULL") ? "" : plain);
        }
        return values;
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
