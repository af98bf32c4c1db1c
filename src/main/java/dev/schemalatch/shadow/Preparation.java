package dev.schemalatch.shadow;

import java.time.Duration;
import java.util.List;

/**
 * What a scratch database needs before migrations run.
 *
 * @param schema the default schema: created where missing, and first on the search path
 * @param roles names of roles of the target that migrations may grant to; made without login where the server is ours
 * @param setup statements that create the tool's own tables
 * @param limit wall clock for all work on the database; past it the database is dropped under the work
 */
public record Preparation(String schema, List<String> roles, List<String> setup, Duration limit) {

    public Preparation {
        roles = List.copyOf(roles);
        setup = List.copyOf(setup);
    }

    /** The same with another limit. */
    public Preparation within(Duration time) {
        return new Preparation(schema, roles, setup, time);
    }
}
