package dev.schemalatch.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a result: column name to value in PostgreSQL's own text form, in the order of the columns. SQL NULL is an
 * absent key. Queries give times as {@code extract(epoch ...)} or ISO text in UTC.
 */
public record Row(Map<String, String> values) {

    public Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Optional<String> optional(String column) {
        return Optional.ofNullable(values.get(column));
    }

    /**
     * A column that the query never leaves NULL.
     *
     * @throws IllegalStateException if it is NULL or not selected
     */
    public String text(String column) {
        return optional(column).orElseThrow(() -> new IllegalStateException("no value in column " + column));
    }

    /** A boolean column ({@code t} or {@code f}); NULL reads as false. */
    public boolean flag(String column) {
        return optional(column).map("t"::equals).orElse(false);
    }

    public Optional<Long> number(String column) {
        return optional(column).map(Long::valueOf);
    }

    /** A column that holds {@code extract(epoch from ...)}: seconds with a fraction. */
    public Optional<Instant> instant(String column) {
        return optional(column).map(seconds -> {
            var exact = new BigDecimal(seconds);
            var whole = exact.toBigInteger().longValue();
            var nanos =
                    exact.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue();
            return Instant.ofEpochSecond(whole, nanos);
        });
    }
}
