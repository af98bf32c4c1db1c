package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plan file, read as Sqitch reads it ({@code App::Sqitch::Plan}).
 *
 * @param project whose changes they are
 * @param changes in their order
 */
record SqitchPlan(String project, List<SqitchChange> changes) {

    private static final String PUNCTUATION = "-!\"#$%&'()*+,./:;<=>?@\\[\\]\\\\^`{|}~";
    private static final String NAME =
            "(?![" + PUNCTUATION + "])(?:(?![~/=%^][0-9]+(?:$|\\h))[^\\h:@#\\\\])+(?<![" + PUNCTUATION + "])\\b";
    private static final Pattern EMPTY = Pattern.compile("\\h*(?:#.*)?");
    private static final Pattern NOTE = Pattern.compile("\\h*(?:#\\h*(.*))?$");
    private static final Pattern PRAGMA =
            Pattern.compile("\\h*%\\h*([^" + PUNCTUATION + "][^\\h=]*)(?:\\h*=\\h*(.+))?");
    private static final Pattern LINE = Pattern.compile(
            "\\h*(@|[+-]\\h*)?(" + NAME + ")\\h*(?:\\[([^]]+)]\\h*)?"
                    + "([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)\\h*([^<]+)\\h+<([^>]+)>",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern RESERVED = Pattern.compile("0|ROOT|HEAD|[0-9a-f]{40}.*");
    private static final Pattern PROJECT = Pattern.compile(NAME, Pattern.UNICODE_CHARACTER_CLASS);

    SqitchPlan {
        changes = List.copyOf(changes);
    }

    /**
     * @param file its path, for messages
     * @throws FailedException {@code LayoutUnknown}, {@code DuplicateMigration}
     */
    static SqitchPlan of(String file, String text) {
        return new Reader(file).read(text);
    }

    /** Reads line by line, and remembers what later lines refer to. */
    private static final class Reader {

        private final String file;
        private final TreeMap<String, String> pragmas = new TreeMap<>();
        private final List<SqitchChange> changes = new ArrayList<>();
        private final HashMap<String, Integer> last = new HashMap<>();
        private final HashMap<String, Integer> sinceTag = new HashMap<>();
        private final HashMap<String, Integer> tags = new HashMap<>();

        Reader(String file) {
            this.file = file;
        }

        SqitchPlan read(String text) {
            var head = true;
            var number = 0;
            for (var line : text.split("\r?\n", -1)) {
                number++;
                if (EMPTY.matcher(line).matches()) {
                    head = head && line.indexOf('#') >= 0;
                } else if (head) {
                    pragma(line, number);
                } else {
                    line(line, number);
                }
            }
            return new SqitchPlan(project(), changes);
        }

        private String project() {
            var project = Optional.ofNullable(pragmas.get("project"))
                    .orElseThrow(() -> refused(" does not say whose plan it is: the line %project=<name> is missing"));
            if (!PROJECT.matcher(project).matches()) {
                throw refused(" names its project " + project + ", which is none for Sqitch");
            }
            return project;
        }

        private void pragma(String line, int number) {
            var pragma = PRAGMA.matcher(withoutNote(line));
            if (!pragma.matches()) {
                throw refused(
                        " line " + number + " is no pragma, and an empty line must stand before the first change");
            }
            pragmas.put(pragma.group(1), pragma.group(2) == null ? "1" : pragma.group(2));
        }

        private void line(String line, int number) {
            var entry = LINE.matcher(withoutNote(line));
            if (!entry.matches()) {
                throw refused(" line " + number
                        + " is neither a change nor a tag: <name> [<dependencies>] <time> <planner>" + " <<email>>");
            }
            if (RESERVED.matcher(entry.group(2)).matches()) {
                throw refused(
                        " line " + number + " has the name " + entry.group(2) + ", which Sqitch keeps for itself");
            }
            if ("@".equals(entry.group(1))) {
                tag(entry.group(2), number);
            } else {
                change(entry, note(line), number);
            }
        }

        private void tag(String name, int number) {
            if (changes.isEmpty()) {
                throw refused(" line " + number + " has the tag @" + name + " before any change");
            }
            unique(tags, "@" + name, number);
            sinceTag.clear();
            changes.add(changes.remove(changes.size() - 1).tagged("@" + name));
        }

        private void change(Matcher entry, String note, int number) {
            var name = entry.group(2);
            unique(sinceTag, name, number);
            var dependencies = entry.group(3) == null
                    ? List.<String>of()
                    : List.of(entry.group(3).strip().split("\\h+"));
            var parent = changes.isEmpty()
                    ? Optional.<String>empty()
                    : Optional.of(changes.get(changes.size() - 1).id());
            var change = new SqitchChange.Written(
                    project(),
                    Optional.ofNullable(pragmas.get("uri")),
                    name,
                    parent,
                    entry.group(5) + " <" + entry.group(6) + ">",
                    entry.group(4),
                    dependencies,
                    note);
            rework(Optional.ofNullable(last.put(name, changes.size())));
            changes.add(new SqitchChange(name, change.id(), List.of(), List.of()));
        }

        // the tags that came since, latest first, are what the earlier one's scripts may be called by
        private void rework(Optional<Integer> earlier) {
            earlier.ifPresent(at -> {
                var between = new ArrayList<String>();
                for (var i = changes.size() - 1; i >= at; i--) {
                    between.addAll(changes.get(i).tags());
                }
                changes.set(at, changes.get(at).reworked(between));
            });
        }

        private void unique(HashMap<String, Integer> lines, String name, int number) {
            Optional.ofNullable(lines.put(name, number)).ifPresent(earlier -> {
                throw FailedException.of(
                        Reason.DuplicateMigration,
                        file + " has " + name + " in line " + earlier + " and again in line " + number
                                + ". Remove one, or put a tag between them.");
            });
        }

        private static String withoutNote(String line) {
            var note = NOTE.matcher(line);
            return note.find() ? line.substring(0, note.start()) : line;
        }

        private static String note(String line) {
            var note = NOTE.matcher(line);
            return note.find() && note.group(1) != null ? note.group(1) : "";
        }

        private FailedException refused(String what) {
            return FailedException.of(Reason.LayoutUnknown, file + what + ". Sqitch refuses it too.");
        }
    }
}
