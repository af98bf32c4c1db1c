package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus;
import dev.schemalatch.gate.Asking;
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
import java.util.ArrayList;
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
        var inputs = WatchedConfigMaps.digest(context.getSecondaryResourcesAsStream(ConfigMap.class))
                + workshop.rollouts().running(check, context);
        var asking = workshop.rollouts().asking(check, context);
        workshop.figures().show(ResourceID.fromResource(check), status(check));
        return switch (schedule.due(check, inputs, asking, now())) {
            case Due.Later(Instant at) ->
                UpdateControl.<MigrationDriftCheck>noUpdate().rescheduleAfter(until(at));
            case Due.Rest() -> UpdateControl.noUpdate();
            case Due.Suspension() -> write(check, new NextStatus(check, now()).suspended());
            case Due.Announcement() ->
                write(check, new NextStatus(check, now()).announced()).rescheduleAfter(Duration.ZERO);
            case Due.Rollouts() -> tell(check, status(check), asking).rescheduleAfter(ONCE_MORE);
            case Due.Glance(Instant at) -> glance(check, inputs, asking, at);
            case Due.Now() -> check(check, inputs, asking);
        };
    }

    private UpdateControl<MigrationDriftCheck> glance(
            MigrationDriftCheck check, String inputs, Asking asking, Instant at) {
        if (workshop.rollouts().seesNews(check, workshop.rollouts().files(check, asking))) {
            return check(check, inputs, asking);
        }
        var pause = Schedule.glancing(status(check), now());
        return UpdateControl.<MigrationDriftCheck>noUpdate()
                .rescheduleAfter(pause.compareTo(until(at)) < 0 ? pause : until(at));
    }

    private UpdateControl<MigrationDriftCheck> check(MigrationDriftCheck check, String inputs, Asking asking) {
        var files = workshop.rollouts().files(check, asking);
        if (!asking.rollouts().isEmpty()) {
            workshop.rollouts().remember(check, files);
        }
        var answer = answer(check, files);
        if (workshop.isGone(check)) {
            return UpdateControl.noUpdate();
        }
        var told = workshop.rollouts().settle(check, asking, files, answer, now());
        var report = answer.report();
        var next = new NextStatus(check, now()).checked(report, inputs, workshop.file(check, report), schedule);
        LOG.infof(
                "checked check=%s/%s verdict=%s next=%s",
                check.getMetadata().getNamespace(),
                check.getMetadata().getName(),
                next.verdict(),
                next.nextCheckTime());
        return tell(check, next, told).rescheduleAfter(ONCE_MORE);
    }

    /** Writes a status with what rollouts are told, and tells people what of it is new. */
    private UpdateControl<MigrationDriftCheck> tell(
            MigrationDriftCheck check, MigrationDriftCheckStatus status, Asking asking) {
        var before = status(check);
        var next = status.telling(asking.statuses(before.rollouts(), Times.write(now())));
        workshop.events().write(check, Transitions.between(before, next), now());
        RolloutNews.between(before.rollouts(), next.rollouts(), asking)
                .forEach(news -> workshop.events().write(check, news, now()));
        return write(check, next);
    }

    private Workshop.Answer answer(MigrationDriftCheck check, RolloutFiles files) {
        var begin = now();
        try {
            return workshop.answer(check, files);
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
        var sources = new ArrayList<EventSource<?, MigrationDriftCheck>>(
                workshop.rollouts().sources(context));
        sources.add(WatchedConfigMaps.source(context));
        sources.add(new Departures(workshop::forget));
        return sources;
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
