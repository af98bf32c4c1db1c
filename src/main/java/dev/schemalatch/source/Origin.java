package dev.schemalatch.source;

/**
 * Where a bundle came from and what it held.
 *
 * @param kind {@code Folder}, {@code ConfigMap} or {@code Archive}
 * @param name the folder's path, the ConfigMap's name
 * @param digest {@code sha256:} and the hash over all paths and contents in path order
 */
public record Origin(String kind, String name, String digest) {

    /** As messages name it: {@code ConfigMap orders-migrations}. */
    @Override
    public String toString() {
        return kind + " " + name;
    }
}
