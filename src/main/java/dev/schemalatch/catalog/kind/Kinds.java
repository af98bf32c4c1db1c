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
            new RangeTypes(),
            new BaseTypes(),
            new Collations(),
            new Conversions(),
            new Casts(),
            new Aggregates(),
            new Operators(),
            new OperatorFamilies(),
            new OperatorClasses(),
            new AccessMethods(),
            new Languages(),
            new Transforms(),
            new TextSearchParsers(),
            new TextSearchTemplates(),
            new TextSearchDictionaries(),
            new TextSearchConfigurations(),
            new Sequences(),
            new Tables(),
            new Columns(),
            new Constraints(),
            new Indexes(),
            new Views(),
            new MaterializedViews(),
            new Routines(),
            new Triggers(),
            new ForeignDataWrappers(),
            new Servers(),
            new UserMappings(),
            new ForeignTables(),
            new ForeignColumns(),
            new ExtendedStatistics(),
            new Publications(),
            new PublishedTables(),
            new PublishedSchemas(),
            new Rules(),
            new Policies(),
            new EventTriggers(),
            new Subscriptions(),
            new DatabaseSettings(),
            new DefaultPrivileges());

    private Kinds() {}
}
