package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.gate.Asking;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Instant;
import java.util.List;

/** Where rollouts ask a check whether they may start. */
interface Rollouts {

    /** Whether anything is held. */
    boolean hold();

    /** What tells a check that it is asked something new. */
    List<EventSource<?, MigrationDriftCheck>> sources(EventSourceContext<MigrationDriftCheck> context);

    /** What is asked at present, and what was told so far. */
    Asking asking(MigrationDriftCheck check, Context<MigrationDriftCheck> context);

    /** The image of the check's workload, where it has one and is told when that changes. */
    String running(MigrationDriftCheck check, Context<MigrationDriftCheck> context);

    /** The migrations that this is about. */
    RolloutFiles files(MigrationDriftCheck check, Asking asking);

    /** Remembers how the database looks before it is checked for somebody who waits. */
    void remember(MigrationDriftCheck check, RolloutFiles files);

    /** Whether a database that somebody waits for looks otherwise than before its last check. */
    boolean seesNews(MigrationDriftCheck check, RolloutFiles files);

    /**
     * Decides by what was found, and writes it down where the admission policy looks. What may start may from here on.
     *
     * @return what is told now
     */
    Asking settle(MigrationDriftCheck check, Asking asking, RolloutFiles files, Workshop.Answer answer, Instant now);

    /** Forgets a check that is gone. */
    void forget(ResourceID check);

    /** Of an installation that holds nothing. */
    static Rollouts none() {
        return new Rollouts() {

            @Override
            public boolean hold() {
                return false;
            }

            @Override
            public List<EventSource<?, MigrationDriftCheck>> sources(EventSourceContext<MigrationDriftCheck> context) {
                return List.of();
            }

            @Override
            public Asking asking(MigrationDriftCheck check, Context<MigrationDriftCheck> context) {
                return Asking.nobody(check.getMetadata().getName());
            }

            @Override
            public String running(MigrationDriftCheck check, Context<MigrationDriftCheck> context) {
                return "";
            }

            @Override
            public RolloutFiles files(MigrationDriftCheck check, Asking asking) {
                return RolloutFiles.none();
            }

            @Override
            public void remember(MigrationDriftCheck check, RolloutFiles files) {}

            @Override
            public boolean seesNews(MigrationDriftCheck check, RolloutFiles files) {
                return false;
            }

            @Override
            public Asking settle(
                    MigrationDriftCheck check, Asking asking, RolloutFiles files, Workshop.Answer answer, Instant now) {
                return asking;
            }

            @Override
            public void forget(ResourceID check) {}
        };
    }
}
