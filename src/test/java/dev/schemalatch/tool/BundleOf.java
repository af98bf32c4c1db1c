package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.source.Origin;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Bundles for tests, by paths alone. */
final class BundleOf {

    private BundleOf() {}

    /** A folder; a path that ends with a slash is a folder with nothing in it. */
    static Bundle tree(String... paths) {
        var files = new TreeMap<String, byte[]>();
        var directories = new TreeSet<String>();
        for (var path : paths) {
            for (var slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
                directories.add(path.substring(0, slash));
            }
            if (!path.endsWith("/")) {
                files.put(path, content(path));
            }
        }
        return new Bundle(new Origin("Folder", "orders", "sha256:0"), Bundle.Shape.TREE, files, directories);
    }

    /** A folder, by paths and texts. */
    static Bundle tree(Map<String, String> texts) {
        var empty = tree(texts.keySet().toArray(String[]::new));
        var files = new TreeMap<String, byte[]>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new Bundle(empty.origin(), empty.shape(), files, empty.directories());
    }

    /** A ConfigMap, by keys and texts. */
    static Bundle flat(Map<String, String> texts) {
        var tree = tree(texts);
        return new Bundle(
                new Origin("ConfigMap", "orders-migrations", "sha256:0"),
                Bundle.Shape.FLAT,
                tree.files(),
                new TreeSet<>());
    }

    /** A ConfigMap. */
    static Bundle flat(String... keys) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (var key : keys) {
            files.put(key, content(key));
        }
        return new Bundle(
                new Origin("ConfigMap", "orders-migrations", "sha256:0"), Bundle.Shape.FLAT, files, new TreeSet<>());
    }

    private static byte[] content(String path) {
        var text = path.endsWith("migration_lock.toml") ? "provider = \"postgresql\"\n" : "-- " + path + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
