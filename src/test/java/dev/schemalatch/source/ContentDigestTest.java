package dev.schemalatch.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ContentDigestTest {

    private final TreeMap<String, byte[]> files = new TreeMap<>();

    @Test
    void isWhatSha256sumPrintsOfItsOwnList() {
        file("b/migration.sql", "SELECT 2;\n");
        file("a/migration.sql", "SELECT 1;\n");
        file("migration_lock.toml", "provider = \"postgresql\"\n");

        assertThat(digest("a", "b"))
                .isEqualTo("sha256:6704c62fbb6236ec8a8e1358b4541d5f1e0a97df4f731eebd10e5621b6326873");
    }

    @Test
    void contentPathAndEmptyFolderMatterEachAndFullFoldersDoNot() {
        file("a", "x");
        var one = digest();
        file("a", "y");
        var other = digest();
        files.clear();
        file("b", "x");
        var moved = digest();
        var besideAFolder = digest("c");
        file("c/d", "x");

        assertThat(Set.of(one, other, moved, besideAFolder, digest("c"))).hasSize(5);
        assertThat(digest("c")).isEqualTo(digest());
    }

    private void file(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private String digest(String... directories) {
        return ContentDigest.of(files, new TreeSet<>(Set.of(directories)));
    }
}
