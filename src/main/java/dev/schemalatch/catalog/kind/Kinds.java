package dev.schemalatch.catalog.kind;

import java.util.List;

/** Every kind that is compared. A new kind is one file and one line here. */
public final class Kinds {

    public static final List<Kind> ALL = List.of(
            new Schemas(),
            new Extensions(),
            new Enums(),
            new Domains(),
            new DomainConstraints(),
            new CompositeTypes(),
            new CompositeAttributes(),
            new Sequences(),
            new Tables(),
            new Columns(),
            new Constraints(),
            new Indexes(),
            new Views(),
            new MaterializedViews(),
            new Routines(),
            new Triggers(),
            new ExtendedStatistics(),
            new Publications(),
            new PublishedTables(),
            new PublishedSchemas(),
            new Rules(),
            new Policies(),
            new EventTriggers());

    private Kinds() {}
}
