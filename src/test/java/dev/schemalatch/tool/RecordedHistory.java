package dev.schemalatch.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemalatch.source.Bundle;
import dev.schemalatch.source.Origin;
import dev.schemalatch.sql.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One history with what Prisma's own engine said of it, as {@code src/test/scripts} recorded it.
 *
 * @param label what a failing test is found by
 */
public record RecordedHistory(String label, JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Made up, by {@code record-prisma-histories.mjs}. */
    public static List<RecordedHistory> histories() {
        var lines = resource("histories.jsonl").lines().toList();
        var recorded = new ArrayList<RecordedHistory>();
        for (var line : lines) {
            recorded.add(new RecordedHistory("line " + (recorded.size() + 1), parsed(line)));
        }
        return recorded;
    }

    /** Made by Prisma's command line, by {@code record-prisma-situations.mjs}. */
    public static List<RecordedHistory> situations() {
        return parsed(resource("situations.json")).properties().stream()
                .map(situation -> new RecordedHistory(situation.getKey(), situation.getValue()))
                .toList();
    }

    public static RecordedHistory situation(String label) {
        return situations().stream()
                .filter(situation -> situation.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String resource(String name) {
        try (var stream = Objects.requireNonNull(RecordedHistory.class.getResourceAsStream("/prisma/" + name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public Bundle bundle() {
        var files = new TreeMap<String, byte[]>();
        var directories = new TreeSet<String>();
        for (var file : json.get("files")) {
            directories.add(file.get(0).asText());
            content(file.get(1)).ifPresent(bytes -> files.put(file.get(0).asText() + "/migration.sql", bytes));
        }
        if (!json.get("lock").isNull()) {
            files.put("migration_lock.toml", json.get("lock").asText().getBytes(StandardCharsets.UTF_8));
        }
        return new Bundle(new Origin("Folder", label, "sha256:0"), Bundle.Shape.TREE, files, directories);
    }

    /** In the tool's order; none where there are no files. */
    public List<Migration> migrations(MigrationTool tool) {
        return files(tool).migrations();
    }

    private MigrationFiles files(MigrationTool tool) {
        return json.get("files").isEmpty() ? MigrationFiles.of(List.of()) : tool.files(Project.of(bundle()));
    }

    /** Files and rows as the tool reads them. */
    public Reading reading(MigrationTool tool) {
        return tool.read(files(tool), rows());
    }

    public List<Applied> applied(MigrationTool tool) {
        return tool.read(MigrationFiles.of(List.of()), rows()).applied();
    }

    public boolean hasTable() {
        return !json.get("rows").isNull();
    }

    public boolean lockHeld() {
        return json.path("lockHeld").asBoolean(false);
    }

    public JsonNode answer() {
        return json.get("answer");
    }

    public List<String> answered(String list) {
        return Stream.of(answer().get(list))
                .flatMap(node -> node.valueStream())
                .map(JsonNode::asText)
                .toList();
    }

    /** The rows as the tool's query returns them. */
    List<Row> rows() {
        return json.get("rows").valueStream().map(this::row).toList();
    }

    private Row row(JsonNode row) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", row.get(0).asText());
        values.put("checksum", checksum(row.get(1).asText()));
        values.put("finished", row.get(3).isNull() ? "f" : "t");
        values.put("rolled_back", row.get(4).isNull() ? "f" : "t");
        put(values, "steps", row.get(5));
        put(values, "started", row.get(2));
        put(values, "ended", row.get(3));
        put(values, "log", row.get(6));
        return new Row(values);
    }

    private static void put(Map<String, String> values, String column, @Nullable JsonNode value) {
        if (value != null && !value.isNull()) {
            values.put(column, value.asText());
        }
    }

    // situations have bytes in hex, histories have text
    private Optional<byte[]> content(JsonNode content) {
        if (content.isNull()) {
            return Optional.empty();
        }
        return Optional.of(
                json.has("status")
                        ? HexFormat.of().parseHex(content.asText())
                        : content.asText().getBytes(StandardCharsets.UTF_8));
    }

    // "l=0": that of file 0 with its line ends made \n; see the script
    private String checksum(String written) {
        var mark = written.indexOf('=');
        if (mark < 0) {
            return written;
        }
        var text = json.get("files")
                .get(Integer.parseInt(written.substring(mark + 1)))
                .get(1)
                .asText();
        var hash = PrismaChecksum.of(
                switch (written.substring(0, mark)) {
                    case "", "u" -> text;
                    case "l", "ul" -> text.replace("\r\n", "\n");
                    case "c" -> text.replace("\n", "\r\n");
                    case "L" -> text.replace("\r\n", "\n").replace("\n", "\r\n");
                    default -> throw new IllegalArgumentException(written);
                });
        return written.startsWith("u") ? hash.replaceAll("0(.)|(..)", "$1$2") : hash;
    }

    @Override
    public String toString() {
        return label;
    }
}
