package dev.schemalatch.check;

import java.util.LinkedHashMap;
import java.util.Optional;

/** Keeps replays by content, least recently used out first, bounded by the objects that they hold. */
final class ReplayCache<T extends Weighty> {

    private final int limit;
    private final LinkedHashMap<String, T> replays = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Makes an empty cache.
     *
     * @param limit objects of all kept catalogs together
     */
    ReplayCache(int limit) {
        this.limit = limit;
    }

    synchronized Optional<T> find(String key) {
        return Optional.ofNullable(replays.get(key));
    }

    synchronized void keep(String key, T replayed) {
        replays.put(key, replayed);
        var weight = replays.values().stream().mapToInt(Weighty::weight).sum();
        var oldest = replays.entrySet().iterator();
        while (weight > limit && oldest.hasNext()) {
            weight -= oldest.next().getValue().weight();
            oldest.remove();
        }
    }
}
