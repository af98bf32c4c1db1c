package dev.schemalatch.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.schemalatch.check.CheckReport;
import dev.schemalatch.testing.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every form of every verdict, letter by letter, beside the files of {@code src/test/resources/golden}. Run with {@code
 * -Dgolden.write=true} to write the files anew; read the difference before committing it.
 */
class GoldenReportTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private static final Map<String, Supplier<CheckReport>> CHECKS = new TreeMap<>(Map.of(
            "in-sync", Reports::inSync,
            "pending", Reports::pending,
            "preconditions", Reports::preconditions,
            "drifted", Reports::drifted,
            "diverged", Reports::diverged,
            "failed", Reports::failed,
            "unknown", Reports::unknown));

    @TestFactory
    Stream<DynamicTest> reportsReadAsWritten() {
        return files().entrySet().stream()
                .map(file -> dynamicTest(
                        file.getKey(), () -> assertThat(file.getValue().get()).isEqualTo(golden(file))));
    }

    @TestFactory
    Stream<DynamicTest> textFitsATerminalOfAHundredColumns() {
        return CHECKS.entrySet().stream()
                .map(check -> dynamicTest(check.getKey(), () -> assertThat(Format.text
                                .render(check.getValue().get(), Palette.PLAIN)
                                .lines())
                        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100))));
    }

    @Test
    void everyGoldenFileIsRead() throws IOException {
        try (var present = Files.list(GOLDEN)) {
            assertThat(present.map(path -> path.getFileName().toString())).hasSameElementsAs(names());
        }
    }

    private static Set<String> names() {
        return new TreeSet<>(files().keySet());
    }

    private static Map<String, Supplier<String>> files() {
        var files = new TreeMap<String, Supplier<String>>();
        CHECKS.forEach((name, report) -> {
            files.put(name + ".txt", () -> Format.text.render(report.get(), Palette.PLAIN));
            files.put(name + ".json", () -> Format.json.render(report.get(), Palette.PLAIN));
            files.put(name + ".md", () -> Format.markdown.render(report.get(), Palette.PLAIN));
        });
        files.put("drifted.yaml", () -> Format.yaml.render(Reports.drifted(), Palette.PLAIN));
        files.put("drifted-in-colour.txt", () -> Format.text.render(Reports.drifted(), Palette.COLOUR));
        files.put("diff.txt", () -> Format.text.render(Reports.diff(), Palette.PLAIN));
        files.put("diff.json", () -> Format.json.render(Reports.diff(), Palette.PLAIN));
        return files;
    }

    private static String golden(Map.Entry<String, Supplier<String>> file) {
        return new Page(GOLDEN.resolve(file.getKey()))
                .textAfterWriting(file.getValue().get());
    }
}
