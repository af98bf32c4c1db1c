package dev.schemalatch.cli;

import dev.schemalatch.check.Compare;
import dev.schemalatch.check.IgnoreRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What of a database is compared. */
final class ScopeOptions {

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            description = "a schema to compare, as it is stored; may be repeated")
    private List<String> schemas = new ArrayList<>();

    @Option(
            names = "--ignore",
            paramLabel = "TYPE:GLOB",
            converter = Converters.Ignored.class,
            description = "objects to leave out, such as 'table:public.spatial_*'; may be repeated")
    private List<IgnoreRule> ignored = new ArrayList<>();

    @Option(
            names = "--compare",
            paramLabel = "WHAT",
            split = ",",
            converter = Converters.Comparable.class,
            description =
                    "what to compare though environments may differ in it: owners, privileges, default-privileges,"
                            + " all or none; several with commas. By default none for migrations, all for two databases")
    private List<Converters.Comparable.Wanted> compare = new ArrayList<>();

    /** What was asked for, or else what is compared by default. */
    Set<Compare> compare(Set<Compare> byDefault) {
        return compare.isEmpty()
                ? byDefault
                : compare.stream().flatMap(wanted -> wanted.compare().stream()).collect(Collectors.toUnmodifiableSet());
    }

    List<String> schemas() {
        return List.copyOf(schemas);
    }

    List<IgnoreRule> ignored() {
        return List.copyOf(ignored);
    }
}
