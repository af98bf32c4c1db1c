package dev.schemalatch.source;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files of a migrations folder, in memory.
 *
 * @param origin where they came from
 * @param shape whether paths can hold folders
 * @param files path with forward slashes to content; never rewritten, since checksums depend on every byte
 * @param directories every folder below the root, also empty ones: some tools count folders
 */
public record Bundle(Origin origin, Shape shape, SortedMap<String, byte[]> files, SortedSet<String> directories) {

    /** Whether the place that the files were kept in knows folders. */
    public enum Shape {
        /** A folder or an archive: paths may hold slashes. */
        TREE,
        /** ConfigMap keys: no slash is possible, tools accept flattened names. */
        FLAT
    }

    public Bundle {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        directories = Collections.unmodifiableSortedSet(new TreeSet<>(directories));
    }

    /** Bytes of all files together. */
    public long size() {
        return files.values().stream().mapToLong(content -> content.length).sum();
    }

    /** The content of a small text file, decoded as UTF-8 with replacement; empty text where there is no such file. */
    public String text(String path) {
        return new String(files.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
    }
}
