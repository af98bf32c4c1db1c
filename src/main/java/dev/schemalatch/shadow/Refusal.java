package dev.schemalatch.shadow;

import dev.schemalatch.failure.Reason;
import dev.schemalatch.postgres.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What it means that the server stopped at a statement: the migration's fault, or something that this server lacks.
 *
 * @param needs what the server lacks, as a message goes on after "needs"; empty where the migration is at fault
 */
record Refusal(Optional<String> needs) {

    /** SQLSTATE, words of the message, and what they say is lacking; {@code %s} is the name in the message. */
    private record Sign(String state, Pattern message, String needs) {}

    private static final List<Sign> SIGNS = List.of(
            sign("0A000", "extension \"([^\"]+)\" is not available", "the extension %s"),
            sign("58P01", "could not open extension control file \".*/([^/\"]+)\\.control\"", "the extension %s"),
            sign(
                    "22023",
                    "extension \"([^\"]+)\" has no installation script nor update path",
                    "another version of the" + " extension %s"),
            sign("58P01", "could not access file \"(?:[^\"]*/)?([^/\"]+)\"", "the library %s"),
            sign(
                    "42501",
                    "permission denied to create extension \"([^\"]+)\"",
                    "the extension %s, which this server" + " lets nobody but its superuser create,"),
            sign("42501", "permission denied to create role", "the right to create roles"),
            sign("42704", "collation \"([^\"]+)\" for encoding", "the collation %s"),
            sign("42704", "tablespace \"([^\"]+)\" does not exist", "the tablespace %s"),
            sign("53400", "temporary file size exceeds", "more temporary space"),
            sign("42501", "", "a right that the owner of a database does not have"));

    private static Sign sign(String state, String message, String needs) {
        return new Sign(state, Pattern.compile(message), needs);
    }

    /**
     * Judges a refusal.
     *
     * @param standIn whether the real extension, in place of a stand-in, might not have refused
     */
    static Refusal of(Outcome.Refused refused, boolean standIn) {
        return SIGNS.stream()
                .filter(sign -> sign.state().equals(refused.sqlState()) && !refused.raised())
                .flatMap(sign -> sign.message()
                        .matcher(refused.message())
                        .results()
                        .limit(1)
                        .map(match -> sign.needs().formatted(match.groupCount() > 0 ? match.group(1) : "")))
                .findFirst()
                .map(needs -> new Refusal(Optional.of(needs)))
                .orElse(new Refusal(
                        standIn ? Optional.of("more of an extension than the stand-in for it has") : Optional.empty()));
    }

    Reason reason() {
        return needs.isPresent() ? Reason.ShadowUnsupported : Reason.ReplayFailed;
    }
}
