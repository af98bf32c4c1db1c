package dev.schemalatch.source;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One ConfigMap with migrations, or with a part of them.
 *
 * @param name the ConfigMap's
 * @param data text keys
 * @param binaryData binary keys, not encoded
 */
public record PackedConfigMap(String name, SortedMap<String, String> data, SortedMap<String, byte[]> binaryData) {

    /** The API server refuses 1 MiB of values; the rest is for labels and annotations. In bytes. */
    static final int MOST = 1_000_000;

    static final String ARCHIVE = "migrations.tgz";

    /** A field manager's list has each key once more, and what is stored frames it. */
    private static final int FRAME = 20;

    public PackedConfigMap {
        data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
        binaryData = Collections.unmodifiableSortedMap(new TreeMap<>(binaryData));
    }

    static PackedConfigMap archive(byte[] archive) {
        var binary = new TreeMap<String, byte[]>();
        binary.put(ARCHIVE, archive);
        return new PackedConfigMap("", new TreeMap<>(), binary);
    }

    PackedConfigMap named(String given) {
        return new PackedConfigMap(given, data, binaryData);
    }

    /** What a key and its value count, before the API server and in its store. */
    static long size(String key, long bytes) {
        return 2 * TextForm.bytes(key) + bytes + FRAME;
    }

    /** What all keys and values count. */
    public long size() {
        return data.entrySet().stream()
                        .mapToLong(entry -> size(entry.getKey(), TextForm.bytes(entry.getValue())))
                        .sum()
                + binaryData.entrySet().stream()
                        .mapToLong(entry -> size(entry.getKey(), entry.getValue().length))
                        .sum();
    }

    boolean fits() {
        return size() <= MOST;
    }

    /** The key of the archive, where there is one. */
    public Optional<String> archive() {
        return binaryData.containsKey(ARCHIVE) ? Optional.of(ARCHIVE) : Optional.empty();
    }
}
