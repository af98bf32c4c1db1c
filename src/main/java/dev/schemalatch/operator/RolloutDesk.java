package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.api.v1alpha1.RolloutGateStatus.VersionGate;
import dev.schemalatch.check.Candidate;
import dev.schemalatch.check.CheckReport;
import dev.schemalatch.check.CheckRequest;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.gate.Admissions.Judged;
import dev.schemalatch.gate.Asking;
import dev.schemalatch.gate.Decision;
import dev.schemalatch.gate.GateRule;
import dev.schemalatch.gate.Rollout;
import dev.schemalatch.gate.Version;
import dev.schemalatch.history.History;
import dev.schemalatch.verdict.Hold;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/** The rollouts of an installation that holds them. */
final class RolloutDesk implements Rollouts {

    private static final Logger LOG = Logger.getLogger(RolloutDesk.class);

    /** Workloads that may ask one check; more of them wait unasked. */
    static final int MOST_ROLLOUTS = 100;

    private final Gates gates;
    private final GateSources sources;
    private final Requests requests;
    private final Lookout lookout;

    RolloutDesk(KubernetesClient client, Lookout lookout) {
        var cluster = new Cluster(client);
        this.gates = new Gates(client);
        this.sources = new GateSources(cluster);
        this.requests = new Requests(cluster);
        this.lookout = lookout;
    }

    @Override
    public boolean hold() {
        return true;
    }

    @Override
    public List<EventSource<?, MigrationDriftCheck>> sources(EventSourceContext<MigrationDriftCheck> context) {
        return GatedWorkloads.sources(context);
    }

    @Override
    public Asking asking(MigrationDriftCheck check, Context<MigrationDriftCheck> context) {
        var rollouts = GatedWorkloads.of(check, context).stream()
                .filter(rollout -> fits(rollout, check.getMetadata().getName()))
                .limit(MOST_ROLLOUTS)
                .toList();
        return asking(check, rollouts);
    }

    /** What one tenant writes into a template must not keep the answers of others from being written down. */
    private static boolean fits(Rollout rollout, String check) {
        var version = rollout.template().version(check);
        return version.source().length() <= VersionGate.LONGEST_SOURCE
                && version.images().length() <= VersionGate.LONGEST_IMAGES;
    }

    private Asking asking(MigrationDriftCheck check, List<Rollout> rollouts) {
        var name = check.getMetadata().getName();
        return rollouts.isEmpty()
                ? Asking.nobody(name)
                : new Asking(
                        name,
                        rollouts,
                        gates.read(check.getMetadata().getNamespace()).of(name));
    }

    @Override
    public RolloutFiles files(MigrationDriftCheck check, Asking asking) {
        var namespace = check.getMetadata().getNamespace();
        var own = String.join(",", Requests.configMaps(check));
        var named = new TreeMap<String, GateSources.Named>();
        named.put(own, sources.named(namespace, own));
        asking.versions().stream()
                .map(Version::source)
                .filter(source -> !source.isEmpty())
                .forEach(source -> named.computeIfAbsent(source, name -> sources.named(namespace, name)));
        return new RolloutFiles(own, named);
    }

    @Override
    public void remember(MigrationDriftCheck check, RolloutFiles files) {
        lookout.remember(ResourceID.fromResource(check), request(check, files), policy(check));
    }

    @Override
    public boolean seesNews(MigrationDriftCheck check, RolloutFiles files) {
        return lookout.seesNews(ResourceID.fromResource(check), request(check, files), policy(check));
    }

    private Supplier<CheckRequest> request(MigrationDriftCheck check, RolloutFiles files) {
        return () ->
                requests.of(check, Optional.empty()).judging(files.candidates()).within(Lookout.PATIENCE);
    }

    private static SortedSet<Hold> policy(MigrationDriftCheck check) {
        return Settings.lenient(check.getSpec()).policy();
    }

    @Override
    public Asking settle(
            MigrationDriftCheck check, Asking asking, RolloutFiles files, Workshop.Answer answer, Instant now) {
        var settings = Settings.lenient(check.getSpec());
        var judged = new Judgements(answer.report(), files, settings).of(asking);
        var metadata = check.getMetadata();
        try {
            var gate = gates.change(
                    metadata.getNamespace(),
                    stored -> stored.with(stored.of(metadata.getName())
                            .about(metadata.getUid(), answer.database())
                            .after(asking.rollouts(), judged, settings.pauseWhileHeld(), Times.write(now))));
            return new Asking(asking.check(), asking.rollouts(), gate.of(asking.check()));
        } catch (KubernetesClientException refused) {
            LOG.warnf(
                    "gate not written, what waits goes on waiting check=%s/%s code=%d",
                    metadata.getNamespace(), metadata.getName(), refused.getCode());
            return asking;
        }
    }

    @Override
    public void forget(ResourceID check) {
        lookout.forget(check);
        try {
            check.getNamespace()
                    .ifPresent(namespace -> gates.change(namespace, stored -> stored.without(check.getName())));
        } catch (KubernetesClientException refused) {
            LOG.warnf(
                    "gate still names a check that is gone check=%s/%s code=%d",
                    check.getNamespace().orElse(""), check.getName(), refused.getCode());
        }
    }

    /** What one check means for each version. */
    private static final class Judgements {

        private final CheckReport report;
        private final RolloutFiles files;
        private final GateRule rule;
        private final Decision verdict;

        Judgements(CheckReport report, RolloutFiles files, Settings settings) {
            this.report = report;
            this.files = files;
            this.rule = new GateRule(settings.policy());
            var held = report.assessment().heldBy(settings.policy());
            var rollout = RolloutJudgement.of(report, Failures.of(report), held, UnaryOperator.identity());
            this.verdict = bounded(new Decision(held, rollout.reason(), rollout.message()));
        }

        private static Decision bounded(Decision decision) {
            return new Decision(decision.held(), decision.reason(), Text.bounded(decision.message(), Text.SENTENCE));
        }

        /**
         * For each version that somebody wants to start, and for the check's own migrations, so that a version that comes after its
         * migrations does not wait at all.
         */
        Map<Version, Judged> of(Asking asking) {
            var judged = new LinkedHashMap<Version, Judged>();
            asking.versions()
                    .forEach(version -> judged.put(
                            version,
                            version.source().isEmpty()
                                    ? new Judged(verdict, false, Optional.empty())
                                    : of(version.source())));
            if (files.isFixed(files.own())
                    && judged.keySet().stream()
                            .noneMatch(version -> version.source().equals(files.own()))) {
                judged.put(new Version(files.own(), ""), of(files.own()));
            }
            return judged;
        }

        /** What was not held against the history is not known, and opens nothing. */
        private Finding<History> notAsked(String source) {
            return report.history().then(known -> {
                throw FailedException.of(Reason.InternalError, source + " was not looked at");
            });
        }

        private Judged of(String source) {
            var candidate = Optional.ofNullable(report.candidates().get(source));
            var history = candidate.map(Candidate::history).orElseGet(() -> notAsked(source));
            return new Judged(
                    bounded(rule.judge(history, report.drift(), report.preconditions())),
                    files.isFixed(source),
                    candidate.flatMap(known -> known.files().known()).map(found -> found.origin()
                            .digest()));
        }
    }
}
