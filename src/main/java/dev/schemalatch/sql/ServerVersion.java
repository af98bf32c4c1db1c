package dev.schemalatch.sql;

/**
 * A PostgreSQL server's version.
 *
 * @param number as {@code server_version_num} has it: 160004 is 16.4
 */
public record ServerVersion(int number) implements Comparable<ServerVersion> {

    /** The oldest and the newest major version that checks are tested on. */
    public static final int OLDEST = 14;

    public static final int NEWEST = 18;

    public int major() {
        return number / 10_000;
    }

    public boolean atLeast(int major) {
        return major() >= major;
    }

    public boolean supported() {
        return major() >= OLDEST && major() <= NEWEST;
    }

    @Override
    public int compareTo(ServerVersion other) {
        return Integer.compare(number, other.number);
    }

    /** As people write it: {@code 16.4}. */
    @Override
    public String toString() {
        return major() + "." + number % 10_000;
    }
}
