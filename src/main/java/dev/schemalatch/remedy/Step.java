package dev.schemalatch.remedy;

import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.ddl.Statement;

/**
 * One statement of a plan, and the object that it is for.
 *
 * @param object what is made, changed or taken away
 */
public record Step(ObjectKey object, Statement statement) {}
