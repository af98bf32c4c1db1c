package dev.schemalatch.tool;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A version of Flyway: numbers between dots, of which trailing zeros do not count ({@code api/MigrationVersion.java}).
 *
 * @param text as Flyway writes it into its table: dots in place of underscores, zeros kept
 */
record FlywayVersion(List<BigInteger> parts, String text) implements Comparable<FlywayVersion> {

    private static final Pattern DOT = Pattern.compile("\\.(?=\\d)");
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,50}(\\.\\d{1,50})*");

    /** Of a file's name or of the table; empty where it is no version. */
    static Optional<FlywayVersion> of(String text) {
        var dotted = text.replace('_', '.');
        return NUMBERS.matcher(dotted).matches()
                ? Optional.of(new FlywayVersion(
                        Stream.of(DOT.split(dotted)).map(BigInteger::new).toList(), dotted))
                : Optional.empty();
    }

    @Override
    public int compareTo(FlywayVersion other) {
        for (var i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            var compared = part(i).compareTo(other.part(i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    boolean isSame(FlywayVersion other) {
        return compareTo(other) == 0;
    }

    private BigInteger part(int index) {
        return index < parts.size() ? parts.get(index) : BigInteger.ZERO;
    }

    @Override
    public String toString() {
        return text;
    }
}
