package dev.schemalatch.remedy;

import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Safety;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * SQL that leads from one schema to another.
 *
 * @param purpose what it is for
 * @param steps what loses no data
 * @param losing what follows, and loses data or makes sense only with what does; people decide about these
 * @param proof of all steps together
 */
public record Script(Purpose purpose, List<Step> steps, List<Step> losing, Proof proof) {

    public Script {
        steps = List.copyOf(steps);
        losing = List.copyOf(losing);
    }

    /** What a script is for. */
    public enum Purpose {
        /** Brings the database back to its migrations. */
        repair("repair.sql", "brings the database back to what its migrations make"),
        /** A migration that records what the database has. */
        catch_up("catch_up.sql", "a migration that makes of the earlier ones what the database has"),
        /** A migration that makes the whole schema. */
        baseline("baseline.sql", "a migration that makes the whole schema of the database from nothing");

        private final String file;
        private final String words;

        Purpose(String file, String words) {
            this.file = file;
            this.words = words;
        }

        /** The file's name, where it is written. */
        public String file() {
            return file;
        }

        /** As the command line calls it. */
        public String option() {
            return name().replace('_', '-');
        }

        String words() {
            return words;
        }
    }

    public boolean isEmpty() {
        return steps.isEmpty() && losing.isEmpty();
    }

    /** All steps, in order. */
    public Stream<Step> all() {
        return Stream.concat(steps.stream(), losing.stream());
    }

    /** The gravest of all steps. */
    public Safety safety() {
        return all().map(step -> step.statement().safety())
                .max(Comparator.naturalOrder())
                .orElse(Safety.ReadOnly);
    }

    /** The strongest lock that any step takes. */
    public Lock lock() {
        return all().map(step -> step.statement().lock())
                .max(Comparator.naturalOrder())
                .orElse(Lock.None);
    }

    /** What rows decide about, and the query that tells. */
    public List<Step> dependingOnRows() {
        return all().filter(step -> step.statement().probe().isPresent()).toList();
    }

    /** As people run it; what loses data is commented out and marked. */
    public String sql() {
        return new ScriptText(this, Optional.empty()).text();
    }

    /** As people run it who have decided that data may be lost: nothing is commented out. */
    public String sqlWithLoss() {
        return new ScriptText(this, Optional.of("on purpose")).text();
    }
}
