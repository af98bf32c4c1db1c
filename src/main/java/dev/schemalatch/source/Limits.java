package dev.schemalatch.source;

/**
 * How much of a place is read before it is taken for something else than migrations.
 *
 * @param files files and folders together
 * @param fileBytes bytes of one file
 * @param totalBytes bytes of all files together, and of an archive before it is unpacked
 * @param expansion how many times larger than itself an archive may become; small archives are not held to it
 */
public record Limits(int files, long fileBytes, long totalBytes, int expansion) {

    private static final long MIB = 1024 * 1024;

    /** Several times the largest public project that was looked at. */
    public static final Limits DEFAULT = new Limits(10_000, 16 * MIB, 64 * MIB, 200);
}
