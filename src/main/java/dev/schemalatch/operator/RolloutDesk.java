package dev.schemalatch.operator;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

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
import dev.schemalatch.gate.GatedTemplate;
import dev.schemalatch.gate.Rollout;
import dev.schemalatch.gate.Version;
import dev.schemalatch.history.History;
import dev.schemalatch.registry.Images;
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
import java.util.concurrent.ConcurrentHashMap;
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
    private final CheckSources checks;
    private final Requests requests;
    private final Lookout lookout;

    /** What the last check read, of those for which somebody waits. */
    private final Map<ResourceID, RolloutFiles> read = new ConcurrentHashMap<>();

    RolloutDesk(KubernetesClient client, Optional<Images> images, Lookout lookout) {
        var cluster = new Cluster(client);
        this.gates = new Gates(client);
        this.checks = new CheckSources(cluster, new ImageSources(cluster, images));
        this.sources = new GateSources(cluster, checks);
        this.requests = new Requests(cluster, checks);
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
        return asking(check, GatedWorkloads.of(check, context));
    }

    /** What one tenant writes into a template must not keep the answers of others from being written down. */
    private static boolean fits(Version version) {
        return version.source().length() <= VersionGate.LONGEST_SOURCE
                && version.images().length() <= VersionGate.LONGEST_IMAGES;
    }

    private Asking asking(MigrationDriftCheck check, List<Rollout> rollouts) {
        var name = check.getMetadata().getName();
        if (rollouts.isEmpty()) {
            return Asking.nobody(name);
        }
        var admissions = gates.read(check.getMetadata().getNamespace()).of(name).reading(container(check));
        return new Asking(
                name,
                rollouts.stream()
                        .filter(rollout -> fits(admissions.version(rollout.template())))
                        .limit(MOST_ROLLOUTS)
                        .toList(),
                admissions);
    }

    private static Optional<String> container(MigrationDriftCheck check) {
        return Optional.ofNullable(check.getSpec().migrations().workload())
                .map(workload -> Optional.ofNullable(workload.container()).orElse(""));
    }

    @Override
    public String running(MigrationDriftCheck check, Context<MigrationDriftCheck> context) {
        return GatedWorkloads.running(check, context);
    }

    @Override
    public RolloutFiles files(MigrationDriftCheck check, Asking asking) {
        var own = sources.own(check);
        var named = new TreeMap<String, GateSources.Named>();
        if (!own.name().isEmpty()) {
            named.put(own.name(), own.named());
        }
        asking.rollouts().stream()
                .collect(groupingBy(rollout -> asking.version(rollout).source(), TreeMap::new, toList()))
                .forEach((source, rollouts) -> {
                    if (!source.isEmpty()) {
                        named.computeIfAbsent(source, name -> named(check, name, rollouts));
                    }
                });
        return new RolloutFiles(own.name(), named);
    }

    private GateSources.Named named(MigrationDriftCheck check, String source, List<Rollout> rollouts) {
        var templates = rollouts.stream().map(Rollout::template).toList();
        var run = templates.stream().allMatch(template -> template.sources()
                .getOrDefault(check.getMetadata().getName(), Optional.empty())
                .isEmpty());
        return sources.named(
                check,
                source,
                templates.stream().map(GatedTemplate::pod).distinct().toList(),
                run);
    }

    @Override
    public void remember(MigrationDriftCheck check, RolloutFiles files) {
        read.put(ResourceID.fromResource(check), files);
        lookout.remember(ResourceID.fromResource(check), request(check, files), policy(check));
    }

    @Override
    public boolean seesNews(MigrationDriftCheck check, RolloutFiles files) {
        var id = ResourceID.fromResource(check);
        var known = Optional.ofNullable(read.get(id)).map(files::since).orElse(files);
        return lookout.seesNews(id, request(check, known), policy(check));
    }

    private Supplier<CheckRequest> request(MigrationDriftCheck check, RolloutFiles files) {
        return () -> requests.of(check, Optional.empty(), files.ownImage())
                .judging(files.candidates())
                .within(Lookout.PATIENCE);
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
                            .reading(container(check))
                            .after(asking.rollouts(), judged, settings.pauseWhileHeld(), Times.write(now))));
            var told = new Asking(asking.check(), asking.rollouts(), gate.of(asking.check()));
            if (!told.waits()) {
                read.remove(ResourceID.fromResource(check));
            }
            return told;
        } catch (KubernetesClientException refused) {
            LOG.warnf(
                    "gate not written, what waits goes on waiting check=%s/%s code=%d",
                    metadata.getNamespace(), metadata.getName(), refused.getCode());
            return asking;
        }
    }

    @Override
    public void forget(ResourceID check) {
        read.remove(check);
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
            var own = new Version(files.own(), "");
            if (!files.own().isEmpty()
                    && fits(own)
                    && files.isFixed(files.own())
                    && judged.keySet().stream()
                            .noneMatch(version -> version.source().equals(files.own()))) {
                judged.put(own, of(files.own()));
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
