package dev.schemalatch.source;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A folder as keys of a ConfigMap, which hold no slash: {@code a/migration.sql} becomes {@code a__migration.sql}. */
final class PlainKeys {

    private static final Pattern KEY = Pattern.compile("[-._a-zA-Z0-9]{1,253}");
    private static final String SCRIPT = "/migration.sql";

    private final Bundle bundle;
    private final boolean inFolders;

    PlainKeys(Bundle bundle) {
        this.bundle = bundle;
        this.inFolders = bundle.files().keySet().stream().anyMatch(path -> path.endsWith(SCRIPT));
    }

    /** What would be lost or changed by plain keys; empty where nothing would. */
    Optional<String> obstacle() {
        var lost = bundle.files().keySet().stream()
                .filter(path -> !usable(path))
                .findFirst()
                .map(path -> Shown.name(path) + " cannot be a plain key");
        return lost.or(() -> bundle.directories().stream()
                .filter(directory ->
                        bundle.files().subMap(directory + "/", directory + "0").isEmpty())
                .findFirst()
                .map(directory -> Shown.name(directory) + " is a folder without files"));
    }

    private boolean usable(String path) {
        var key = key(path);
        return !isLoose(path)
                && KEY.matcher(key).matches()
                && !key.startsWith("..")
                && !key.equals(".")
                && !EntryPath.isDropping(key)
                && !new Archive("", key, new byte[0]).recognized();
    }

    /** Beside folders with a migration each, a loose file is none; as a key it would become one. */
    private boolean isLoose(String path) {
        return inFolders && path.indexOf('/') < 0 && path.endsWith(".sql");
    }

    /** A file that no ConfigMap takes as a key, where there is one. */
    Optional<String> tooLarge() {
        return bundle.files().entrySet().stream()
                .filter(file -> size(file.getKey(), file.getValue()) > PackedConfigMap.MOST)
                .findFirst()
                .map(file -> Shown.name(file.getKey()) + " is larger than a ConfigMap");
    }

    /** What a file counts. */
    long size(String path, byte[] content) {
        return PackedConfigMap.size(key(path), content.length);
    }

    private static String key(String path) {
        return path.endsWith(SCRIPT) ? path.substring(0, path.length() - SCRIPT.length()) + "__migration.sql" : path;
    }

    /** The folder as it is read again. */
    Bundle read() {
        var packed = packed(bundle);
        return new ConfigMapSource(bundle.origin().name(), packed.data(), packed.binaryData()).read();
    }

    /** Files of the folder as keys. */
    PackedConfigMap packed(Bundle part) {
        var data = new TreeMap<String, String>();
        var binary = new TreeMap<String, byte[]>();
        part.files().forEach((path, content) -> {
            if (TextForm.survives(content)) {
                data.put(key(path), new String(content, StandardCharsets.UTF_8));
            } else {
                binary.put(key(path), content);
            }
        });
        return new PackedConfigMap("", data, binary);
    }
}
