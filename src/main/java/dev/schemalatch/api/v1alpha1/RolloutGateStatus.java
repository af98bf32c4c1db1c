package dev.schemalatch.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may start in a namespace, by check. Times are RFC 3339 in UTC. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RolloutGateStatus(
        @JsonPropertyDescription("What each MigrationDriftCheck of the namespace lets start.") @Size(max = 1000)
        List<CheckGate> checks,

        @JsonPropertyDescription(
                "Workloads that are not held though they are labelled, since that would stop what serves:"
                        + " Deployment/name.")
        @Size(max = 1000)
        List<String> exempt) {

    public RolloutGateStatus {
        checks = checks == null ? List.of() : List.copyOf(checks);
        exempt = exempt == null ? List.of() : List.copyOf(exempt);
    }

    /** A namespace of which nothing is known yet. */
    public static RolloutGateStatus empty() {
        return new RolloutGateStatus(List.of(), List.of());
    }

    /** What one check lets start. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CheckGate(
            @JsonPropertyDescription("The MigrationDriftCheck.") @Required @Size(min = 1, max = 253)
            String name,

            @JsonPropertyDescription("Its uid: another check of the same name starts anew.") @Nullable
            String uid,

            @JsonPropertyDescription("The database that its answers are about.") @Nullable
            String database,

            @JsonPropertyDescription("Whether Deployments are paused while their new version is held.") @Nullable
            Boolean pauseWhileHeld,

            @JsonPropertyDescription(
                    "Where set, a version that names no migrations ships those in the image of this container;"
                            + " empty for the one that is its pod template's main container.")
            @Size(max = 63)
            @Nullable
            String container,

            @JsonPropertyDescription("Versions, as pod templates name them.") @Size(max = 1000)
            List<VersionGate> versions) {

        public CheckGate {
            versions = versions == null ? List.of() : List.copyOf(versions);
        }
    }

    /** Whether one version may start. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VersionGate(
            @JsonPropertyDescription(
                    "The migrations that it ships, as its template names them; empty where it names none.")
            @Required
            @Size(max = VersionGate.LONGEST_SOURCE)
            String source,

            @JsonPropertyDescription("Its containers' images, where the source alone does not tell versions apart.")
            @Size(max = VersionGate.LONGEST_IMAGES)
            @Nullable
            String images,

            @JsonPropertyDescription("The workload that this is about alone.") @Size(max = 300) @Nullable
            String workload,

            @JsonPropertyDescription("Whether it may start. Once it may, it always may.") @Required
            Boolean allowed,

            @JsonPropertyDescription("Why, in one word.") @Nullable
            String reason,

            @JsonPropertyDescription("Why, for people.") @Size(max = 2048) @Nullable
            String message,

            @JsonPropertyDescription("A hash over the files that were looked at.") @Nullable
            String digest,

            @JsonPropertyDescription("Since when.") @Nullable
            String since) {

        /** Characters of a source's name. */
        public static final int LONGEST_SOURCE = 4096;

        /** Characters of all images' names together. */
        public static final int LONGEST_IMAGES = 4096;
    }
}
