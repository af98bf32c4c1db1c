package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import io.javaoperatorsdk.operator.processing.event.source.ResourceEventAware;
import java.util.Set;
import java.util.function.Consumer;

/** Says when a resource is gone. No finalizer: a check that only looks must not stand in the way of a deletion. */
final class Departures extends AbstractEventSource<MigrationDriftCheck, MigrationDriftCheck>
        implements ResourceEventAware<MigrationDriftCheck> {

    private final Consumer<ResourceID> gone;

    Departures(Consumer<ResourceID> gone) {
        super(MigrationDriftCheck.class, "departures");
        this.gone = gone;
    }

    @Override
    public void onResourceDeleted(MigrationDriftCheck check) {
        gone.accept(ResourceID.fromResource(check));
    }

    @Override
    public Set<MigrationDriftCheck> getSecondaryResources(MigrationDriftCheck check) {
        return Set.of();
    }
}
