package dev.schemalatch.source;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The keys of a ConfigMap, or the one archive that it holds. Binary keys that are no archive are plain files: {@code kubectl}
 * stores text so that is not UTF-8.
 *
 * @param name the ConfigMap's, for messages
 * @param data text keys
 * @param binaryData binary keys, decoded
 */
public record ConfigMapSource(
        String name, SortedMap<String, String> data, SortedMap<String, byte[]> binaryData, Limits limits)
        implements Source {

    public ConfigMapSource(String name, Map<String, String> data, Map<String, byte[]> binaryData) {
        this(name, new TreeMap<>(data), new TreeMap<>(binaryData), Limits.DEFAULT);
    }

    @Override
    public Bundle read() {
        var place = "ConfigMap " + name;
        var archives = binaryData.entrySet().stream()
                .map(entry -> new Archive(place + ", key " + entry.getKey(), entry.getKey(), entry.getValue()))
                .filter(Archive::recognized)
                .toList();
        if (archives.isEmpty()) {
            return plain(place).bundle("ConfigMap", name, Bundle.Shape.FLAT);
        }
        if (archives.size() > 1 || !data.isEmpty() || binaryData.size() > 1) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    archives.get(0).place()
                            + " is an archive, and there are other keys beside it. Keep either one archive or"
                            + " plain keys in a ConfigMap.");
        }
        return archives.get(0).unpack(limits).bundle("ConfigMap", name, Bundle.Shape.TREE);
    }

    private FileTree plain(String place) {
        var tree = new FileTree(place, limits, Reason.MigrationsTooLarge);
        data.forEach((key, text) -> {
            var content = text.getBytes(StandardCharsets.UTF_8);
            if (key.endsWith(".zip") || key.endsWith(".tgz") || key.endsWith(".tar.gz")) {
                throw FailedException.of(
                        Reason.ArchiveInvalid,
                        place + ", key " + key + " is text. Put the archive under binaryData: kubectl create configmap"
                                + " --from-file does.");
            }
            add(tree, key, content);
        });
        binaryData.forEach((key, content) -> add(tree, key, content));
        return tree;
    }

    private static void add(FileTree tree, String key, byte[] content) {
        if (!EntryPath.isDropping(key)) {
            tree.file(key, content);
        }
    }
}
