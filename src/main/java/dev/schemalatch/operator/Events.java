package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Announcements as {@code events.k8s.io/v1} Events. One that cannot be written is lost: the status has it all. */
final class Events {

    private static final Logger LOG = Logger.getLogger(Events.class);
    private static final String CONTROLLER = "schemalatch.dev/operator";
    private static final int LONGEST_NAME = 170;
    private static final int LONGEST_INSTANCE = 128;
    private static final int LONGEST_NOTE = 1024;
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final KubernetesClient client;
    private final String instance;

    /** Writes as the named instance: the pod. */
    Events(KubernetesClient client, String instance) {
        this.client = client;
        this.instance = Text.bounded(instance, LONGEST_INSTANCE);
    }

    void write(MigrationDriftCheck check, List<Announcement> announcements, Instant now) {
        var sequence = 0;
        for (var announcement : announcements) {
            write(reference(check), "Check", announcement, now.plusNanos(sequence++));
        }
    }

    /** On the workload and on the check that it asks. */
    void write(MigrationDriftCheck check, RolloutNews news, Instant now) {
        var rollout = news.rollout();
        var told = news.announcement();
        write(
                workload(check.getMetadata().getNamespace(), rollout.kind(), rollout.name(), news.uid()),
                "Rollout",
                told,
                now);
        var named = new Announcement(
                told.warning(), told.reason(), "%s/%s: %s".formatted(rollout.kind(), rollout.name(), told.note()));
        write(reference(check), "Rollout", named, now);
    }

    /** On a workload alone, and once for each of its generations however often it is said. */
    void once(HasMetadata workload, Announcement announcement, Instant now) {
        var said = "%d.%s.%s"
                .formatted(
                        workload.getMetadata().getGeneration(),
                        announcement.reason(),
                        workload.getMetadata().getUid());
        write(reference(workload), "Rollout", announcement, now, said.toLowerCase(Locale.ROOT));
    }

    private static ObjectReference reference(HasMetadata resource) {
        return new ObjectReferenceBuilder()
                .withApiVersion(resource.getApiVersion())
                .withKind(resource.getKind())
                .withNamespace(resource.getMetadata().getNamespace())
                .withName(resource.getMetadata().getName())
                .withUid(resource.getMetadata().getUid())
                .withResourceVersion(resource.getMetadata().getResourceVersion())
                .build();
    }

    private static ObjectReference workload(String namespace, String kind, String name, String uid) {
        return new ObjectReferenceBuilder()
                .withApiVersion("apps/v1")
                .withKind(kind)
                .withNamespace(namespace)
                .withName(name)
                .withUid(uid)
                .build();
    }

    private void write(ObjectReference regarding, String action, Announcement announcement, Instant now) {
        var suffix = Long.toHexString(now.getEpochSecond() * 1_000_000_000L + now.getNano());
        write(regarding, action, announcement, now, suffix);
    }

    private void write(
            ObjectReference regarding, String action, Announcement announcement, Instant now, String suffix) {
        var name = regarding.getName();
        var event = new EventBuilder()
                .withNewMetadata()
                .withNamespace(regarding.getNamespace())
                .withName(name.substring(0, Math.min(name.length(), LONGEST_NAME)) + "." + suffix)
                .endMetadata()
                .withEventTime(new MicroTime(MICROS.format(now)))
                .withReportingController(CONTROLLER)
                .withReportingInstance(instance)
                .withAction(action)
                .withType(announcement.warning() ? "Warning" : "Normal")
                .withReason(announcement.reason())
                .withNote(Text.boundedBytes(announcement.note(), LONGEST_NOTE))
                .withRegarding(regarding)
                .build();
        try {
            client.resource(event).create();
        } catch (KubernetesClientException lost) {
            if (lost.getCode() == HttpURLConnection.HTTP_CONFLICT) {
                return;
            }
            LOG.warnf(
                    "event not written regarding=%s/%s/%s reason=%s code=%d",
                    regarding.getKind(), regarding.getNamespace(), name, announcement.reason(), lost.getCode());
        }
    }
}
