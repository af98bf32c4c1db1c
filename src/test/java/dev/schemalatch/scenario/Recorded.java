package dev.schemalatch.scenario;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.schemalatch.check.SchemaSource;
import dev.schemalatch.check.ToolChoice;
import dev.schemalatch.tool.DescribedTable;
import dev.schemalatch.tool.FilePattern;
import dev.schemalatch.tool.HistoryTable;
import dev.schemalatch.tool.Options;
import dev.schemalatch.tool.SqlChecksum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A history that the real program of a migration tool made; {@code src/test/scripts/histories} has what recorded it, and says what
 * the files of the folder are.
 */
record Recorded(Path folder) {

    private static final Path ALL = Path.of("src/test/histories");
    private static final Set<String> KNOWN =
            Set.of("migrations", "database.sql", "status.txt", "expected.yaml", "settings.yaml");
    private static final YAMLMapper YAML = new YAMLMapper();

    static Stream<Recorded> all() {
        return folders(ALL)
                .filter(tool -> Optional.ofNullable(System.getProperty("schemalatch.histories"))
                        .map(only -> List.of(only.split(","))
                                .contains(tool.getFileName().toString()))
                        .orElse(true))
                .flatMap(Recorded::folders)
                .map(Recorded::new);
    }

    private static Stream<Path> folders(Path above) {
        if (!Files.isDirectory(above)) {
            return Stream.of();
        }
        try (var folders = Files.list(above)) {
            return folders.sorted(Comparator.comparing(Path::toString)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a user would point. */
    Path migrations() {
        return folder.resolve("migrations").resolve(settings().path("path").asText(""));
    }

    String database() {
        return text("database.sql");
    }

    Expectation expectation() {
        try {
            return YAML.readerFor(Expectation.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(text("expected.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String tool() {
        return expected().path("tool").asText();
    }

    int applied() {
        return expected().path("applied").asInt(-1);
    }

    /** Whether files and database tell the tool. */
    boolean auto() {
        return expected().path("auto").asBoolean(true);
    }

    List<String> notes() {
        var notes = new ArrayList<String>();
        expected().path("notes").forEach(note -> notes.add(note.asText()));
        return notes;
    }

    /** The schema that the connection names. */
    Optional<String> schema() {
        return Optional.ofNullable(settings().path("schema").textValue());
    }

    ToolChoice choice(boolean named) {
        var placeholders = new TreeMap<String, String>();
        settings()
                .path("placeholders")
                .properties()
                .forEach(one -> placeholders.put(one.getKey(), one.getValue().asText()));
        return new ToolChoice(
                named ? Optional.of(tool()) : Optional.empty(),
                Optional.ofNullable(settings().path("historyTable").textValue()).map(Recorded::table),
                new Options(placeholders, described()),
                Optional.ofNullable(settings().path("schemaFile").textValue()).map(SchemaSource.InFiles::new));
    }

    private Optional<DescribedTable> described() {
        var table = settings().path("table");
        return table.isMissingNode()
                ? Optional.empty()
                : Optional.of(DescribedTable.of(
                                table(table.path("table").asText()),
                                table.path("name").asText())
                        .at(optional(table, "at"))
                        .checksum(
                                optional(table, "checksum"),
                                optional(table, "algorithm").map(SqlChecksum::valueOf))
                        .success(optional(table, "success"))
                        .files(
                                optional(table, "file").map(FilePattern::of),
                                DescribedTable.Order.valueOf(table.path("order").asText("Version")))
                        .sent(DescribedTable.Sending.valueOf(
                                table.path("sending").asText("Statements"))));
    }

    private static Optional<String> optional(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).textValue());
    }

    private static HistoryTable table(String name) {
        var dot = name.indexOf('.');
        return new HistoryTable(name.substring(0, dot), name.substring(dot + 1));
    }

    private JsonNode expected() {
        return yaml("expected.yaml");
    }

    private JsonNode settings() {
        return Files.exists(folder.resolve("settings.yaml")) ? yaml("settings.yaml") : MissingNode.getInstance();
    }

    private JsonNode yaml(String name) {
        try {
            return YAML.readTree(text(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files that nothing reads. */
    List<String> unused() {
        return folders(folder)
                .map(file -> file.getFileName().toString())
                .filter(name -> !KNOWN.contains(name))
                .toList();
    }

    @Override
    public String toString() {
        return ALL.relativize(folder).toString();
    }
}
