package dev.schemalatch.check;

/** How much SQL a request wants besides the report. */
public enum Planning {
    /** None: finding out is all. */
    None,
    /** Scripts in either direction, proven in the shadow. */
    Proven,
    /** The same, and the rows counted that would be in their way. */
    Probed
}
