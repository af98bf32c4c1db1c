package dev.schemalatch.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A folder as keys of a ConfigMap, which hold no slash: {@code a/migration.sql} becomes {@code a__migration.sql}. */
record PlainKeys(Bundle bundle) {

    private static final Pattern KEY = Pattern.compile("[-._a-zA-Z0-9]{1,253}");
    private static final String SCRIPT = "/migration.sql";

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
        // beside folders, a loose file is no migration; as a key it would become one
        var looseScript = bundle.shape() == Bundle.Shape.TREE && path.indexOf('/') < 0 && path.endsWith(".sql");
        var key = key(path);
        return !looseScript
                && KEY.matcher(key).matches()
                && !key.startsWith("..")
                && !key.equals(".")
                && !EntryPath.isDropping(key)
                && !new Archive("", key, new byte[0]).recognized();
    }

    private static String key(String path) {
        return path.endsWith(SCRIPT) ? path.substring(0, path.length() - SCRIPT.length()) + "__migration.sql" : path;
    }

    Packing packing(String name) {
        var data = new TreeMap<String, String>();
        var binary = new TreeMap<String, byte[]>();
        bundle.files().forEach((path, content) -> {
            if (TextForm.survives(content)) {
                data.put(key(path), new String(content, StandardCharsets.UTF_8));
            } else {
                binary.put(key(path), content);
            }
        });
        return new Packing(name, data, binary, List.of());
    }
}
