package dev.schemalatch.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes that Atlas wrote, into {@code atlas.sum} and into its rows. */
class AtlasSumTest {

    private static final Path RECORDED = Path.of("src/test/histories/atlas");
    private static final Pattern ROW = Pattern.compile(
            "INSERT INTO \\S+atlas_schema_revisions VALUES \\('([0-9]+)', '.*', '([A-Za-z0-9+/]{43}=)', '?[^']*'?, 'Atlas CLI [^']*'\\);");

    static Stream<Path> recorded() throws IOException {
        return Files.list(RECORDED).filter(folder -> !folder.endsWith("edited-and-not-hashed"));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void theSumThatAtlasWroteIsThatOfTheFiles(Path folder) throws IOException {
        assertThat(files(folder).notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clean",
                "one-pending",
                "fails-half-way-without-transaction",
                "delimiter",
                "set-forward",
                "from-a-checkpoint",
                "checkpoint-added-later",
                "files-of-golang-migrate"
            })
    void aRowOfAFileThatIsUnchangedHasTheFilesHash(String situation) throws IOException {
        var folder = RECORDED.resolve(situation);
        var files = files(folder);
        var rows = ROW.matcher(Files.readString(folder.resolve("database.sql")))
                .results()
                .toList();

        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(
                        files.withId(row.group(1)).orElseThrow().checksums())
                .contains(row.group(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"edited-and-not-hashed"})
    void aSumThatIsStaleNamesTheFileThatAtlasNames(String situation) throws IOException {
        assertThat(files(RECORDED.resolve(situation)).notes())
                .singleElement()
                .asString()
                .contains("20240102090000_create_books.sql was edited");
    }

    private static MigrationFiles files(Path folder) throws IOException {
        Map<String, String> texts = new HashMap<>();
        try (var files = Files.list(folder.resolve("migrations"))) {
            for (var file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return new Atlas().files(Project.of(BundleOf.tree(texts)));
    }
}
