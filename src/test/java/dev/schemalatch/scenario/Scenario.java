package dev.schemalatch.scenario;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder that a database person can read: {@code migrations/} as git has them, {@code lost/} what ran once and is not in git any
 * more, {@code history.txt} the rows of the tool's table in order, {@code live.sql} what people did by hand afterwards, {@code
 * expected.yaml} what a check must say.
 */
record Scenario(Path folder) {

    private static final Set<String> KNOWN = Set.of("migrations", "lost", "history.txt", "live.sql", "expected.yaml");

    /**
     * A line of {@code history.txt}.
     *
     * @param state finished, resolved, failed, crashed, running or rolled-back
     * @param ran whether its file was really run on the database
     * @param checksum same, crlf (of the file with other line endings) or other
     */
    record HistoryLine(String migration, String state, boolean ran, String checksum) {}

    static Stream<Scenario> all() {
        try (var folders = Files.list(Path.of("src/test/scenarios"))) {
            return folders.sorted().map(Scenario::new).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path migrations() {
        return folder.resolve("migrations");
    }

    Optional<List<HistoryLine>> history() {
        return text("history.txt").map(text -> text.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(Scenario::historyLine)
                .toList());
    }

    private static HistoryLine historyLine(String line) {
        var words = line.strip().split(" +", -1);
        return new HistoryLine(words[0], words[1], words[2].equals("yes"), words[3]);
    }

    /** The content that was run: of a file that git has in another version now, the lost one. */
    String sql(String migration) {
        return text("lost/" + migration + "/migration.sql")
                .or(() -> text("migrations/" + migration + "/migration.sql"))
                .orElseThrow(() -> new IllegalStateException(this + " has no file for " + migration));
    }

    Optional<String> live() {
        return text("live.sql");
    }

    Expectation expectation() {
        try {
            return new YAMLMapper().readValue(folder.resolve("expected.yaml").toFile(), Expectation.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files that nothing reads: a typing error in a name would otherwise pass for a passing scenario. */
    List<String> unused() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !KNOWN.contains(name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> text(String name) {
        try {
            var file = folder.resolve(name);
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
