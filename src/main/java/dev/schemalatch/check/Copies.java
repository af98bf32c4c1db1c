package dev.schemalatch.check;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.remedy.Plan;
import dev.schemalatch.shadow.Preparation;
import dev.schemalatch.shadow.Shadows;
import java.util.List;
import java.util.function.UnaryOperator;

/** Plans and proves the SQL between two databases, on a copy of the one that is right, built from its catalog. */
final class Copies {

    private final Shadows shadows;

    Copies(Shadows shadows) {
        this.shadows = shadows;
    }

    /**
     * @param roles that exist on either server
     */
    Plan plan(
            int major,
            Blueprint expected,
            Blueprint live,
            UnaryOperator<Catalog> scope,
            List<String> roles,
            Deadline deadline) {
        var preparation = new Preparation("public", roles, List.of(), deadline.left());
        return shadows.embedded(major)
                .scratch(preparation, scratch -> new Prover(scratch, scope, live).planFrom(expected));
    }
}
