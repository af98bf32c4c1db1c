package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jboss.logging.Logger;

/** Announcements as {@code events.k8s.io/v1} Events. One that cannot be written is lost: the status has it all. */
final class Events {

    private static final Logger LOG = Logger.getLogger(Events.class);
    private static final String CONTROLLER = "schemalatch.dev/operator";
    private static final int LONGEST_NAME = 230;
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
            write(check, announcement, now.plusNanos(sequence++));
        }
    }

    private void write(MigrationDriftCheck check, Announcement announcement, Instant now) {
        var metadata = check.getMetadata();
        var name = metadata.getName();
        var suffix = Long.toHexString(now.getEpochSecond() * 1_000_000_000L + now.getNano());
        var event = new EventBuilder()
                .withNewMetadata()
                .withNamespace(metadata.getNamespace())
                .withName(name.substring(0, Math.min(name.length(), LONGEST_NAME)) + "." + suffix)
                .endMetadata()
                .withEventTime(new MicroTime(MICROS.format(now)))
                .withReportingController(CONTROLLER)
                .withReportingInstance(instance)
                .withAction("Check")
                .withType(announcement.warning() ? "Warning" : "Normal")
                .withReason(announcement.reason())
                .withNote(Text.boundedBytes(announcement.note(), LONGEST_NOTE))
                .withNewRegarding()
                .withApiVersion(check.getApiVersion())
                .withKind(check.getKind())
                .withNamespace(metadata.getNamespace())
                .withName(name)
                .withUid(metadata.getUid())
                .withResourceVersion(metadata.getResourceVersion())
                .endRegarding()
                .build();
        try {
            client.resource(event).create();
        } catch (KubernetesClientException lost) {
            LOG.warnf(
                    "event not written check=%s/%s reason=%s code=%d",
                    metadata.getNamespace(), name, announcement.reason(), lost.getCode());
        }
    }
}
