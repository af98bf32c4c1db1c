package dev.schemalatch.demo;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.verdict.Verdict;

/** What happened to the team that tracks movies, and how it gets out of it. */
final class Story {

    private static final String INIT = "20250916215312_init";
    private static final String TMDB = "20250917025536_add_tmdb_fields";
    private static final String CSV = "20250917224147_add_csv_tracking";
    private static final String AUTH = "20251018_initial_postgresql_with_auth";
    private static final String LOGS = "20251020_logs_and_vaults";

    private final Production production;
    private final Repository git;
    private final Namespace namespace;
    private final Narrator narrator;

    Story(Production production, Repository git, Namespace namespace, Narrator narrator) {
        this.production = production;
        this.git = git;
        this.namespace = namespace;
        this.narrator = narrator;
    }

    /** What the database went through before anybody looked. */
    void prepare() {
        production.deploy(git.migration("lost", INIT));
        production.deploy(git.migration("lost", TMDB));
        production.deploy(git.migration("lost", CSV));
        production.run(git.read("by-hand.sql"));
        git.commit("git", AUTH);
    }

    /** Plays it; answers whether all is well at the end. */
    boolean play() {
        var diverged = somebodyLooks();
        var drifted = theLostMigrationsComeBack(diverged);
        theTablesGetAMigration(drifted);
        theMigrationIsRecorded();
        return theRestIsDeployed().getStatus().verdict() == Verdict.InSync;
    }

    private MigrationDriftCheck somebodyLooks() {
        narrator.chapter("Somebody looks");
        narrator.say("Git holds one migration. Production has run three others, and four tables were made by hand."
                + " Prisma's own `migrate status` says nothing of those tables.");
        narrator.command("kubectl apply -f deploy/samples/movies/check.yaml");
        namespace.ship(git);
        namespace.apply(git.read("check.yaml"), production.uri());
        var check = namespace.firstResult();
        narrator.list(check);
        narrator.describe(check);
        narrator.say("Diverged: the database ran migrations that git lacks, and git holds one that it never ran."
                + " What that one would make is there already (NotRecorded): deploying it would fail. Four tables"
                + " nobody can explain (Manual). Until this is settled, no new version should start (Held).");
        return check;
    }

    private MigrationDriftCheck theLostMigrationsComeBack(MigrationDriftCheck before) {
        narrator.chapter("The lost migrations come back");
        narrator.say("They turn up on an old branch. They go back into git as they were, and "
                + AUTH + ", which nobody has applied, shrinks to what they lack: accounts and sessions."
                + " The new ConfigMap is noticed by itself.");
        git.commit("lost", INIT, TMDB, CSV).commit("mended", AUTH);
        namespace.ship(git);
        return show(namespace.resultAfter(before));
    }

    private void theTablesGetAMigration(MigrationDriftCheck before) {
        narrator.chapter("The tables made by hand get a migration");
        narrator.say("They are to stay, so they are written down as " + LOGS
                + ". The differences remain, but now they are explained: NotRecorded, no longer Manual.");
        git.commit("mended", LOGS);
        namespace.ship(git);
        show(namespace.resultAfter(before));
    }

    private void theMigrationIsRecorded() {
        narrator.chapter("The migration is recorded as applied");
        narrator.say(
                "The status names the command. The demo writes the row that it would write: no Node is needed here.");
        narrator.command("npx prisma migrate resolve --applied " + LOGS);
        production.markApplied(git.migration("mended", LOGS));
        lookAgain();
    }

    private MigrationDriftCheck theRestIsDeployed() {
        narrator.chapter("The rest is deployed");
        narrator.say("A database that is one migration behind is not drifted, only Pending. So it is deployed.");
        narrator.command("npx prisma migrate deploy");
        production.deploy(git.migration("mended", AUTH));
        var check = lookAgain();
        narrator.say("History and schema are what git says.");
        return check;
    }

    private MigrationDriftCheck lookAgain() {
        narrator.command("kubectl annotate mdc movies schemalatch.dev/check-now=\"$(date +%s)\" --overwrite");
        return show(namespace.lookAgain());
    }

    private MigrationDriftCheck show(MigrationDriftCheck check) {
        narrator.list(check);
        narrator.explain(check);
        return check;
    }
}
