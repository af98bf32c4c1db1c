package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus;
import io.javaoperatorsdk.operator.processing.event.source.filter.OnUpdateFilter;
import java.util.Objects;
import java.util.Optional;

/**
 * Which changes of a resource are looked at: its spec's, and the annotation that asks for a check; not its status's. It goes
 * by what the status says was seen, since the change itself may have come together with a status that we wrote.
 */
public final class WorthALook implements OnUpdateFilter<MigrationDriftCheck> {

    @Override
    public boolean accept(MigrationDriftCheck updated, MigrationDriftCheck before) {
        var status = Optional.ofNullable(updated.getStatus()).orElseGet(MigrationDriftCheckStatus::empty);
        return !Objects.equals(
                        status.observedGeneration(), updated.getMetadata().getGeneration())
                || !Objects.equals(
                        updated.getMetadata().getUid(), before.getMetadata().getUid())
                || Schedule.isAsked(updated, status);
    }
}
