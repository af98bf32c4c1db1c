package dev.schemalatch.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every line of {@code docs/security.md} names tests that are there. */
class SecurityPageTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT))(?:\\.(\\w+))?`");

    @Test
    void everyTestThatThePageNamesExists() throws IOException {
        var tests = tests();

        assertThat(NAMED.matcher(new Page(Path.of("docs/security.md")).text()).results())
                .isNotEmpty()
                .allSatisfy(named -> assertThat(tests.get(named.group(1)))
                        .as(named.group())
                        .isNotNull()
                        .contains(method(named)));
    }

    private static String method(MatchResult named) {
        return named.group(2) == null ? "@" : "void " + named.group(2) + "(";
    }

    private static Map<String, String> tests() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> new Page(file).text(),
                            String::concat));
        }
    }
}
