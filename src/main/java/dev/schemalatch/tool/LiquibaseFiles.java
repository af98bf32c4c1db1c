package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Liquibase's changesets as migrations, in the order in which {@code liquibase update} looks at them. */
final class LiquibaseFiles {

    private static final Set<String> ANY = Set.of("1:any", "1:all", "1:*");

    private final Project project;
    private final List<String> notes = new ArrayList<>();

    LiquibaseFiles(Project project) {
        this.project = project;
    }

    MigrationFiles files() {
        var parameters = new LiquibaseParameters(project.options().placeholders());
        var changelogs = new LiquibaseChangelogs(project.bundle(), parameters);
        var sets = new LiquibaseRoot(project.bundle())
                .places(notes).stream()
                        .flatMap(place -> changelogs.changeSets(place).stream())
                        .toList();
        refuseTwins(sets);
        notes.addAll(changelogs.notes());
        if (!parameters.unknown().isEmpty()) {
            notes.add("parameters without a value stay as they are: " + String.join(", ", parameters.unknown())
                    + " (spec.migrations.placeholders, --placeholder)");
        }
        note(
                sets,
                LiquibaseChangeSet::filtered,
                "changesets with contexts or labels count as if all of them were to run");
        note(sets, LiquibaseChangeSet::conditional, "changesets have preconditions, which are not looked at");
        noteModelled(sets);
        return new MigrationFiles(sets.stream().map(LiquibaseFiles::migration).toList(), notes);
    }

    private void refuseTwins(List<LiquibaseChangeSet> sets) {
        var seen = new HashSet<String>();
        for (var set : sets) {
            if (!seen.add(set.name().toLowerCase(Locale.ROOT))) {
                throw FailedException.of(
                        Reason.DuplicateMigration,
                        "Changeset %s stands twice in the changelogs of %s. Liquibase refuses that: give one another id."
                                .formatted(set.name(), project.bundle().origin()));
            }
        }
    }

    private void note(List<LiquibaseChangeSet> sets, Predicate<LiquibaseChangeSet> which, String what) {
        var names = sets.stream().filter(which).map(LiquibaseChangeSet::name).toList();
        if (!names.isEmpty()) {
            notes.add(what + ": " + shown(names));
        }
    }

    private void noteModelled(List<LiquibaseChangeSet> sets) {
        var kinds = new TreeSet<String>();
        var names = new ArrayList<String>();
        for (var set : sets) {
            if (!set.modelled().isEmpty()) {
                kinds.addAll(set.modelled());
                names.add(set.name());
            }
        }
        if (!names.isEmpty()) {
            notes.add(
                    "changesets have change types that only Liquibase turns into SQL (%s), so that edits are not noticed: %s"
                            .formatted(String.join(", ", kinds), shown(names)));
        }
    }

    private static String shown(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(5, names.size()))) + (names.size() > 5 ? " ..." : "");
    }

    private static Migration migration(LiquibaseChangeSet set) {
        return new Migration(
                new LiquibaseKey(set.again(), set.filtered(), set.path(), set.id(), set.author()).text(),
                set.name(),
                set.file(),
                content(set),
                checksums(set));
    }

    private static Content content(LiquibaseChangeSet set) {
        if (!set.modelled().isEmpty() || !set.sql().stream().allMatch(LiquibaseChange.Sql::known)) {
            return new Content.Code("Liquibase's change types");
        }
        var parts = set.sql().stream()
                .filter(LiquibaseChange.Sql::here)
                .flatMap(change -> change.statements().stream())
                .map(statement -> new Script.Part(statement, set.line()))
                .toList();
        return new Content.Sql(new Script(
                parts.isEmpty() ? List.of(new Script.Part("SELECT 1", set.line())) : parts,
                set.transactional() ? Script.Mode.IN_TRANSACTION : Script.Mode.AS_IT_IS));
    }

    /** None where every stored checksum is to be taken, or where it cannot be told. */
    private static Set<String> checksums(LiquibaseChangeSet set) {
        var valid = new LinkedHashSet<String>();
        set.valid().forEach(sum -> valid.add((sum.contains(":") ? sum : "1:" + sum).toLowerCase(Locale.ROOT)));
        if (set.sql().size() < set.changes().size() || valid.stream().anyMatch(ANY::contains)) {
            return Set.of();
        }
        var own = List.of(LiquibaseChecksum.version9(set.sql()), LiquibaseChecksum.version8(set.sql()));
        if (own.stream().anyMatch(valid::contains)) {
            return Set.of();
        }
        valid.addAll(own);
        return valid;
    }
}
