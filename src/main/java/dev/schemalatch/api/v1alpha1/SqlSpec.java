package dev.schemalatch.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckSpec.HistoryTableSpec;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** What a program of one's own keeps of the files that it runs, for {@code tool: Sql}. Columns as PostgreSQL stores their names. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SqlSpec(
        @JsonPropertyDescription("The table with a row for each file that ran.") @Required
        HistoryTableSpec table,

        @JsonPropertyDescription("The column with what the files are called.") @Required @Size(min = 1, max = 63)
        String nameColumn,

        @JsonPropertyDescription("The column with the time when a file ran.") @Size(min = 1, max = 63) @Nullable
        String atColumn,

        @JsonPropertyDescription(
                "The column with a checksum of the file's bytes, in hexadecimal digits, base64 or as bytea.")
        @Size(min = 1, max = 63)
        @Nullable
        String checksumColumn,

        @JsonPropertyDescription("The algorithm of the checksum. By default whichever of these fits.") @Nullable
        Algorithm algorithm,

        @JsonPropertyDescription("The column that is true where a file ran to its end.")
        @Size(min = 1, max = 63)
        @Nullable
        String successColumn,

        @JsonPropertyDescription(
                "A regular expression over a file's whole name; its first group is what the table holds. By"
                        + " default the name without .sql.")
        @Size(min = 1, max = 200)
        @Nullable
        String file,

        @JsonPropertyDescription("The order in which files run: Version (numbers in names count as numbers) or Name.")
        @Default("Version")
        @Nullable
        Order order,

        @JsonPropertyDescription("How a file is sent: Statements (one by one, as psql -f), Transaction (the same in one"
                + " transaction, as psql -1 -f) or Whole (as one query, as drivers do).")
        @Default("Statements")
        @Nullable
        Sending sending) {

    /** Checksums that are understood. */
    public enum Algorithm {
        md5,
        sha1,
        sha256,
        sha384,
        sha512,
        crc32
    }

    /** Orders of files. */
    public enum Order {
        Version,
        Name
    }

    /** Ways of sending a file. */
    public enum Sending {
        Statements,
        Transaction,
        Whole
    }
}
