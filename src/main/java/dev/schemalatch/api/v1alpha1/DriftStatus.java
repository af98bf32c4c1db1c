package dev.schemalatch.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The live schema against what the applied migrations produce. Items are bounded; the report has what was cut. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DriftStatus(
        @JsonPropertyDescription("The same drift has the same fingerprint.") @Nullable
        String fingerprint,

        @JsonPropertyDescription("How many objects are not as expected.")
        int total,

        @JsonPropertyDescription("Expected, and not there.") int missing,
        @JsonPropertyDescription("There, and not expected.") int extra,

        @JsonPropertyDescription("There, but not as expected.")
        int changed,

        @JsonPropertyDescription("The objects.") List<Item> items,

        @JsonPropertyDescription("Whether items were cut; the report has all.") @Nullable
        Boolean truncated) {

    public DriftStatus {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /** One object that is not as expected. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            @JsonPropertyDescription("Missing, Extra or Changed.") @Nullable
            String change,

            @JsonPropertyDescription("PostgreSQL's word for its type.") @Nullable
            String type,

            @JsonPropertyDescription("PostgreSQL's identity of it.") @Nullable
            String identity,

            @JsonPropertyDescription("What the migrations make.") @Nullable
            String expected,

            @JsonPropertyDescription("What the database has.") @Nullable
            String actual,

            @JsonPropertyDescription("Where it came from, as far as it can be told.") @Nullable
            String cause,

            @JsonPropertyDescription("The migration it is tied to.") @Nullable
            String migration,

            @JsonPropertyDescription("One sentence about it.") @Nullable
            String message) {}
}
