package dev.schemalatch.shadow;

import dev.schemalatch.postgres.Console;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a scratch database needs before migrations run.
 *
 * @param schema the default schema: created where missing, and first on the search path
 * @param path the search path of the tool's connection
 * @param roles names of roles of the target that migrations may grant to; made without login where the server is ours
 * @param setup statements that create the tool's own tables
 * @param limit wall clock for all work on the database; past it the database is dropped under the work
 */
public record Preparation(String schema, List<String> path, List<String> roles, List<String> setup, Duration limit) {

    public Preparation {
        path = List.copyOf(path);
        roles = List.copyOf(roles);
        setup = List.copyOf(setup);
    }

    /** With nothing but the default schema on the search path. */
    public Preparation(String schema, List<String> roles, List<String> setup, Duration limit) {
        this(schema, List.of(schema), roles, setup, limit);
    }

    /** The same with another limit. */
    public Preparation within(Duration time) {
        return new Preparation(schema, path, roles, setup, time);
    }

    String setPath() {
        return path.stream().map(Console::quoted).collect(Collectors.joining(", ", "SET search_path TO ", ""));
    }

    /** What the session of the migrations begins with: the settings of the tool's own connection. */
    String setAll() {
        return setPath() + "; SET timezone TO 'UTC'";
    }
}
