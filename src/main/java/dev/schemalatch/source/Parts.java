package dev.schemalatch.source;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** A folder in parts of files that follow one another, each filled as far as it goes. */
final class Parts {

    /** What a part still takes. */
    interface Room {

        /** Takes a file, or refuses it and is full; a folder without files ends in a slash. */
        boolean take(String path, byte[] content);
    }

    private final Bundle bundle;
    private final List<Bundle> parts = new ArrayList<>();
    private SortedMap<String, byte[]> files = new TreeMap<>();
    private SortedSet<String> directories = new TreeSet<>();

    private Parts(Bundle bundle) {
        this.bundle = bundle;
    }

    static List<Bundle> ofKeys(Bundle bundle, PlainKeys keys) {
        return new Parts(bundle).fill(() -> new Room() {
            private long size;

            @Override
            public boolean take(String path, byte[] content) {
                size += keys.size(path, content);
                return size <= PackedConfigMap.MOST;
            }
        });
    }

    static List<Bundle> ofArchives(Bundle bundle) {
        return new Parts(bundle).fill(ArchiveRoom::new);
    }

    private List<Bundle> fill(Supplier<Room> rooms) {
        var entries = new TreeMap<>(bundle.files());
        bundle.directories().stream()
                .filter(this::isEmpty)
                .forEach(directory -> entries.put(directory + "/", new byte[0]));
        var room = rooms.get();
        for (var entry : entries.entrySet()) {
            if (!room.take(entry.getKey(), entry.getValue())) {
                close();
                room = rooms.get();
                room.take(entry.getKey(), entry.getValue());
            }
            add(entry.getKey(), entry.getValue());
        }
        close();
        return parts;
    }

    private boolean isEmpty(String directory) {
        return bundle.files().subMap(directory + "/", directory + "0").isEmpty();
    }

    private void add(String path, byte[] content) {
        if (!path.endsWith("/")) {
            files.put(path, content);
        }
        for (var slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            directories.add(path.substring(0, slash));
        }
    }

    private void close() {
        if (!files.isEmpty() || !directories.isEmpty()) {
            var origin =
                    new Origin(bundle.origin().kind(), bundle.origin().name(), ContentDigest.of(files, directories));
            parts.add(new Bundle(origin, bundle.shape(), files, directories));
            files = new TreeMap<>();
            directories = new TreeSet<>();
        }
    }
}
