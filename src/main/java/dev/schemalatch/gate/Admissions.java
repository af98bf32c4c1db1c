package dev.schemalatch.gate;

import dev.schemalatch.api.v1alpha1.RolloutGateStatus.CheckGate;
import dev.schemalatch.api.v1alpha1.RolloutGateStatus.VersionGate;
import dev.schemalatch.failure.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The memory of one check: which versions it was asked about, and which of them may start. What may start once may always
 * start, so that a rollback or a ReplicaSet that is made again never waits. The chart's policy {@code rollouts.yaml} reads it
 * by the same rules.
 */
public final class Admissions {

    /** How many versions are remembered that nothing runs and nobody asks for. */
    static final int REMEMBERED = 50;

    private final CheckGate gate;

    private Admissions(CheckGate gate) {
        this.gate = gate;
    }

    /**
     * The memory as it is stored.
     *
     * @param stored of the check's name, if any
     */
    public static Admissions stored(String check, @Nullable CheckGate stored) {
        return new Admissions(stored == null ? new CheckGate(check, null, null, null, null, List.of()) : stored);
    }

    /**
     * The same, or an empty one where the answers were another check's, or about another database.
     *
     * @param database empty where it is not known this time
     */
    public Admissions about(String uid, Optional<String> database) {
        var same = uid.equals(gate.uid())
                && database.map(known -> gate.database() == null || known.equals(gate.database()))
                        .orElse(true);
        return new Admissions(new CheckGate(
                gate.name(),
                uid,
                database.orElse(gate.database()),
                gate.pauseWhileHeld(),
                gate.container(),
                same ? gate.versions() : List.of()));
    }

    /**
     * The same for a check whose migrations are in the image of its workload.
     *
     * @param container which of its containers' images; empty text for the main one, nothing where they are kept elsewhere
     */
    public Admissions reading(Optional<String> container) {
        return new Admissions(new CheckGate(
                gate.name(),
                gate.uid(),
                gate.database(),
                gate.pauseWhileHeld(),
                container.orElse(null),
                gate.versions()));
    }

    /** The version that a template makes. */
    public Version version(GatedTemplate template) {
        return template.version(gate.name(), Optional.ofNullable(gate.container()));
    }

    /** What it says of a version that a workload wants to start; empty where it was never asked. */
    public Optional<VersionGate> answer(Version version, String workload) {
        var answers = gate.versions().stream()
                .filter(known -> known.source().equals(version.source()))
                .filter(known -> matches(known.images(), version.images()))
                .filter(known -> matches(known.workload(), workload))
                .toList();
        return answers.stream().filter(VersionGate::allowed).findFirst().or(() -> answers.stream()
                .findFirst());
    }

    private static boolean matches(@Nullable String asked, String given) {
        return asked == null || asked.equals(given);
    }

    /**
     * The memory after a check.
     *
     * @param rollouts what asks at present
     * @param judged what was found for each version that they want to start, and for what the check's own files make
     * @param now RFC 3339
     */
    public Admissions after(
            Collection<Rollout> rollouts, Map<Version, Judged> judged, boolean pauseWhileHeld, String now) {
        var next = new ArrayList<VersionGate>(
                gate.versions().stream().filter(VersionGate::allowed).toList());
        judged.forEach((version, found) -> {
            var known = next.stream().anyMatch(one -> isAbout(one, version) && one.workload() == null);
            if (!known && (found.decision().allowed() || isWanted(version, rollouts))) {
                next.add(entry(version, found, now));
            }
        });
        for (var rollout : rollouts) {
            rollout.running().stream()
                    .filter(template -> template.checks().contains(gate.name()))
                    .map(this::version)
                    .filter(version -> next.stream()
                            .noneMatch(known -> known.allowed()
                                    && isAbout(known, version)
                                    && matches(known.workload(), rollout.workload())))
                    .toList()
                    .forEach(version -> next.add(running(version, rollout.workload(), now)));
        }
        return new Admissions(new CheckGate(
                gate.name(),
                gate.uid(),
                gate.database(),
                pauseWhileHeld ? true : null,
                gate.container(),
                bounded(next, version -> rollouts.stream().anyMatch(rollout -> uses(rollout, version)))));
    }

    /** What only runs is not told to wait. */
    private boolean isWanted(Version version, Collection<Rollout> rollouts) {
        var asking = rollouts.stream()
                .filter(rollout -> version.equals(version(rollout.template())))
                .toList();
        return asking.isEmpty() || asking.stream().anyMatch(rollout -> !rollout.started());
    }

    private static boolean isAbout(VersionGate known, Version version) {
        return known.source().equals(version.source()) && matches(known.images(), version.images());
    }

    private boolean uses(Rollout rollout, VersionGate known) {
        return Stream.concat(Stream.of(rollout.template()), rollout.running().stream())
                .map(this::version)
                .anyMatch(version -> isAbout(known, version));
    }

    private VersionGate entry(Version version, Judged found, String now) {
        var decision = found.decision();
        var entry = new VersionGate(
                version.source(),
                found.fixed() ? null : version.images(),
                null,
                decision.allowed(),
                decision.reason().name(),
                decision.message(),
                found.digest().orElse(null),
                now);
        return gate.versions().stream()
                .filter(before -> same(before, entry))
                .findFirst()
                .map(before -> since(entry, before.since()))
                .orElse(entry);
    }

    private static boolean same(VersionGate before, VersionGate entry) {
        return before.source().equals(entry.source())
                && Objects.equals(before.images(), entry.images())
                && before.workload() == null
                && before.allowed().equals(entry.allowed());
    }

    private static VersionGate since(VersionGate entry, @Nullable String since) {
        return new VersionGate(
                entry.source(),
                entry.images(),
                entry.workload(),
                entry.allowed(),
                entry.reason(),
                entry.message(),
                entry.digest(),
                since);
    }

    private static VersionGate running(Version version, String workload, String now) {
        return new VersionGate(
                version.source(),
                version.images(),
                workload,
                true,
                Reason.AlreadyRunning.name(),
                Reason.AlreadyRunning.meaning(),
                null,
                now);
    }

    /** What is in use, and the newest of the rest. */
    private static List<VersionGate> bounded(List<VersionGate> versions, Predicate<VersionGate> used) {
        var rest = versions.stream()
                .filter(used.negate())
                .sorted(Comparator.comparing((VersionGate version) -> Objects.requireNonNullElse(version.since(), ""))
                        .reversed())
                .limit(REMEMBERED)
                .toList();
        return versions.stream()
                .filter(version -> used.test(version) || rest.contains(version))
                .toList();
    }

    /** As it is stored. */
    public CheckGate gate() {
        return gate;
    }

    /**
     * What was found for a version.
     *
     * @param fixed whether its source's name stands for its content: then any images may go with it
     * @param digest over the files
     */
    public record Judged(Decision decision, boolean fixed, Optional<String> digest) {}
}
