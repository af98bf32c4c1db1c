package dev.schemalatch.operator;

import java.time.Instant;

/** What is to be done about a resource now. */
sealed interface Due {

    /** Say that a new generation is about to be checked for the first time, then look again at once. */
    record Announcement() implements Due {}

    /** Check it. */
    record Now() implements Due {}

    /** Nothing before that time. */
    record Later(Instant at) implements Due {}

    /** Say what rollouts are told by now. */
    record Rollouts() implements Due {}

    /** Somebody waits: glance at the database, and check it where there is news; at that time in any case. */
    record Glance(Instant at) implements Due {}

    /** Say that it is suspended. */
    record Suspension() implements Due {}

    /** Nothing until the resource changes. */
    record Rest() implements Due {}
}
