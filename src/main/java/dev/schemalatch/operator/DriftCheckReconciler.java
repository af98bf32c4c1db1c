package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus;
import dev.schemalatch.check.CheckReport;
import dev.schemalatch.failure.FailedException;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.config.informer.Informer;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Looks at a resource, does what is due, and says when to look again. */
@ControllerConfiguration(
        name = "migrationdriftcheck",
        generationAwareEventProcessing = false,
        informer = @Informer(onUpdateFilter = WorthALook.class))
@Singleton
public final class DriftCheckReconciler implements Reconciler<MigrationDriftCheck> {

    private static final Logger LOG = Logger.getLogger(DriftCheckReconciler.class);
    private static final Duration SHORTLY = Duration.ofSeconds(5);

    /** After a check: a change that came while the status was written may have been taken for our own. */
    private static final Duration ONCE_MORE = Duration.ofMillis(500);

    private final Workshop workshop;
    private final Schedule schedule;

    /** A reconciler with everything it works with. */
    @Inject
    public DriftCheckReconciler(Workshop workshop) {
        this.workshop = workshop;
        this.schedule = new Schedule(workshop.random());
    }

    @Override
    public UpdateControl<MigrationDriftCheck> reconcile(
            MigrationDriftCheck check, Context<MigrationDriftCheck> context) {
        var inputs = WatchedConfigMaps.digest(context.getSecondaryResourcesAsStream(ConfigMap.class));
        workshop.figures().show(ResourceID.fromResource(check), status(check));
        return switch (schedule.due(check, inputs, now())) {
            case Due.Later(Instant at) ->
                UpdateControl.<MigrationDriftCheck>noUpdate().rescheduleAfter(until(at));
            case Due.Rest() -> UpdateControl.noUpdate();
            case Due.Suspension() -> write(check, new NextStatus(check, now()).suspended());
            case Due.Announcement() ->
                write(check, new NextStatus(check, now()).announced()).rescheduleAfter(Duration.ZERO);
            case Due.Now() -> check(check, inputs);
        };
    }

    private UpdateControl<MigrationDriftCheck> check(MigrationDriftCheck check, String inputs) {
        var report = answer(check);
        if (workshop.isGone(check)) {
            return UpdateControl.noUpdate();
        }
        var next = new NextStatus(check, now()).checked(report, inputs, workshop.file(check, report), schedule);
        workshop.events().write(check, Transitions.between(status(check), next), now());
        LOG.infof(
                "checked check=%s/%s verdict=%s next=%s",
                check.getMetadata().getNamespace(),
                check.getMetadata().getName(),
                next.verdict(),
                next.nextCheckTime());
        return write(check, next).rescheduleAfter(ONCE_MORE);
    }

    private CheckReport answer(MigrationDriftCheck check) {
        var begin = now();
        try {
            return workshop.answer(check);
        } catch (FailedException failed) {
            return Failures.nothingKnown(failed.failure());
        } finally {
            workshop.figures().took(ResourceID.fromResource(check), Duration.between(begin, now()));
        }
    }

    /** The uid makes the server refuse what was found out about another resource of the same name. */
    private UpdateControl<MigrationDriftCheck> write(MigrationDriftCheck check, MigrationDriftCheckStatus status) {
        workshop.figures().update(ResourceID.fromResource(check), status);
        var patch = new MigrationDriftCheck();
        patch.setMetadata(new ObjectMetaBuilder()
                .withNamespace(check.getMetadata().getNamespace())
                .withName(check.getMetadata().getName())
                .withUid(check.getMetadata().getUid())
                .build());
        patch.setStatus(status);
        return UpdateControl.patchStatus(patch);
    }

    @Override
    public ErrorStatusUpdateControl<MigrationDriftCheck> updateErrorStatus(
            MigrationDriftCheck check, Context<MigrationDriftCheck> context, Exception e) {
        if (e instanceof KubernetesClientException cluster) {
            if (cluster.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return ErrorStatusUpdateControl.<MigrationDriftCheck>noStatusUpdate()
                        .withNoRetry();
            }
            LOG.warnf(
                    "cluster did not answer as expected, will try again check=%s/%s code=%d",
                    check.getMetadata().getNamespace(), check.getMetadata().getName(), cluster.getCode());
        } else {
            LOG.errorf(
                    e,
                    "unexpected check=%s/%s",
                    check.getMetadata().getNamespace(),
                    check.getMetadata().getName());
        }
        return ErrorStatusUpdateControl.<MigrationDriftCheck>noStatusUpdate().rescheduleAfter(SHORTLY);
    }

    @Override
    public List<EventSource<?, MigrationDriftCheck>> prepareEventSources(
            EventSourceContext<MigrationDriftCheck> context) {
        return List.of(WatchedConfigMaps.source(context), new Departures(workshop.figures()::forget));
    }

    private static MigrationDriftCheckStatus status(MigrationDriftCheck check) {
        return Optional.ofNullable(check.getStatus()).orElseGet(MigrationDriftCheckStatus::empty);
    }

    private Instant now() {
        return workshop.clock().instant();
    }

    private Duration until(Instant at) {
        var left = Duration.between(now(), at);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
