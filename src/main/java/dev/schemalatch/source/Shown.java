package dev.schemalatch.source;

/** Names and sizes as messages show them: whoever packed an archive chose its names, and statuses are read by everybody. */
public final class Shown {

    private static final int LONGEST = 120;

    private Shown() {}

    /** The name without control characters, cut where it is overlong. */
    public static String name(String name) {
        var printable = new StringBuilder();
        name.codePoints()
                .limit(LONGEST)
                .forEach(
                        c -> printable.appendCodePoint(Character.isISOControl(c) || !Character.isDefined(c) ? '?' : c));
        return name.codePointCount(0, name.length()) > LONGEST ? printable + "..." : printable.toString();
    }

    /** Rounded up. */
    public static String bytes(long bytes) {
        var unit = bytes >= 1024 * 1024 ? 1024 * 1024 : 1024;
        return (bytes + unit - 1) / unit + (unit == 1024 ? " KiB" : " MiB");
    }
}
