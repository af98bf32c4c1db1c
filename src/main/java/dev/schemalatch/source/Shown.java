package dev.schemalatch.source;

/** Names and sizes as messages show them: whoever packed an archive chose its names, and statuses are read by everybody. */
final class Shown {

    private static final int LONGEST = 120;

    private Shown() {}

    /** The name without control characters, cut where it is overlong. */
    static String name(String name) {
        var printable = new StringBuilder();
        name.codePoints()
                .limit(LONGEST)
                .forEach(
                        c -> printable.appendCodePoint(Character.isISOControl(c) || !Character.isDefined(c) ? '?' : c));
        return name.codePointCount(0, name.length()) > LONGEST ? printable + "..." : printable.toString();
    }

    static String bytes(long bytes) {
        return bytes >= 1024 * 1024 ? bytes / (1024 * 1024) + " MiB" : (bytes + 1023) / 1024 + " KiB";
    }
}
