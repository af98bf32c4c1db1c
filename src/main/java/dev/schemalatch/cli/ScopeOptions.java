package dev.schemalatch.cli;

import dev.schemalatch.check.IgnoreRule;
import java.util.ArrayList;
import java.util.List;
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

    List<String> schemas() {
        return List.copyOf(schemas);
    }

    List<IgnoreRule> ignored() {
        return List.copyOf(ignored);
    }
}
