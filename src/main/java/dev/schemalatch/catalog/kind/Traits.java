package dev.schemalatch.catalog.kind;

import java.util.List;

/** Every trait that is compared. A new trait is one file and one line here. */
public final class Traits {

    public static final List<Trait> ALL = List.of(new Comments(), new Owners(), new Privileges());

    private Traits() {}
}
