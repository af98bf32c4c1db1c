package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A Sqitch project: its configuration, its plan, its deploy scripts.
 *
 * @param root the folder that paths in the configuration start at, with a slash at its end or empty
 */
record SqitchFiles(Bundle bundle, String root, SqitchConfig config) {

    private static final String PLAN = "sqitch.plan";

    /** Stands between a project and a change's id; no name holds it. */
    static final String BETWEEN = ":";

    /** @throws FailedException {@code LayoutUnknown} where there is no project, or more than one */
    static SqitchFiles of(Bundle bundle) {
        var configured = new ScriptFolder(bundle, 1, SqitchConfig.FILE::equals);
        var planned = new ScriptFolder(bundle, 1, PLAN::equals);
        var root = (configured.candidates().isEmpty() ? planned : configured)
                .path("Sqitch: no " + SqitchConfig.FILE + " and no " + PLAN);
        return new SqitchFiles(bundle, root, SqitchConfig.of(bundle.text(root + SqitchConfig.FILE)));
    }

    /** The schema that the project's configuration names for the registry. */
    static Optional<String> registry(Bundle bundle) {
        var configured = new ScriptFolder(bundle, 1, SqitchConfig.FILE::equals).candidates();
        return configured.size() == 1
                ? SqitchConfig.of(bundle.text(configured.get(0) + SqitchConfig.FILE))
                        .get("registry")
                : Optional.empty();
    }

    /** Whether there is anything that only Sqitch writes. */
    static boolean any(Bundle bundle) {
        return bundle.files().keySet().stream()
                        .anyMatch(path -> name(path).equals(PLAN) || name(path).equals(SqitchConfig.FILE))
                || bundle.files().entrySet().stream()
                        .filter(file -> file.getKey().endsWith(".plan"))
                        .anyMatch(file -> bundle.text(file.getKey()).startsWith("%"));
    }

    /** @throws FailedException where Sqitch could not read the plan either */
    SqitchPlan plan() {
        var path = below(config.get("plan_file").orElseGet(() -> top() + PLAN));
        if (!bundle.files().containsKey(path)) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    bundle.origin() + " has no plan " + path + ", which Sqitch looks for. Add it.");
        }
        return SqitchPlan.of(bundle.origin() + ": " + path, bundle.text(path));
    }

    /** The changes of the plan, with what their scripts hold. */
    List<Migration> migrations(SqitchPlan plan) {
        var migrations = new ArrayList<Migration>();
        for (var change : plan.changes()) {
            var name = change.name() + suffix(change).orElse("");
            var path = script(change, suffix(change));
            var content = Optional.ofNullable(bundle.files().get(path));
            migrations.add(new Migration(
                    plan.project() + BETWEEN + change.id(),
                    name,
                    path,
                    content.<Content>map(bytes -> new Content.Sql(script(path))).orElseGet(Content.Lacking::new),
                    content.map(Hash::sha1).map(Set::of).orElseGet(Set::of)));
        }
        return migrations;
    }

    // psql reads each script on a connection of its own
    private Script script(String path) {
        return Script.byStatement(bundle.text(path)).in(Script.Session.NEW);
    }

    /** Of a change that stands again further down: the tag by which its script is called. */
    private Optional<String> suffix(SqitchChange change) {
        return change.reworkTags().stream()
                .filter(tag -> bundle.files().containsKey(script(change, Optional.of(tag))))
                .findFirst()
                .or(() -> change.reworkTags().stream().findFirst());
    }

    private String script(SqitchChange change, Optional<String> suffix) {
        var folder = suffix.isPresent()
                ? config.get("reworked_deploy_dir")
                        .orElseGet(() -> config.get("reworked_dir")
                                        .map(SqitchFiles::slashed)
                                        .orElseGet(this::top) + "deploy")
                : config.get("deploy_dir").orElseGet(() -> top() + "deploy");
        return below(slashed(folder) + change.name() + suffix.orElse("") + "."
                + config.get("extension").orElse("sql"));
    }

    private String top() {
        return config.get("top_dir").map(SqitchFiles::slashed).orElse("");
    }

    private static String slashed(String folder) {
        return folder.endsWith("/") ? folder : folder + "/";
    }

    // ./db//x is db/x
    private String below(String path) {
        var parts = new ArrayList<String>();
        for (var part : (root + path).split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
