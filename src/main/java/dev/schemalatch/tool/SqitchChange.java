package dev.schemalatch.tool;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A change of a plan.
 *
 * @param id as Sqitch's registry has it
 * @param tags that the plan puts on it, with their {@code @}
 * @param reworkTags where the name stands again further down: tags by which its scripts may be called, likeliest first
 */
record SqitchChange(String name, String id, List<String> tags, List<String> reworkTags) {

    SqitchChange {
        tags = List.copyOf(tags);
        reworkTags = List.copyOf(reworkTags);
    }

    SqitchChange tagged(String tag) {
        var more = new ArrayList<>(tags);
        more.add(tag);
        return new SqitchChange(name, id, more, reworkTags);
    }

    SqitchChange reworked(List<String> by) {
        var more = new ArrayList<>(reworkTags);
        more.addAll(by);
        return new SqitchChange(name, id, tags, more);
    }

    /**
     * What a change's id is made of ({@code App::Sqitch::Plan::Change}, {@code info} and {@code id}): SHA-1 over a text, with a
     * header as Git has it.
     *
     * @param parent the id of the change before it in the plan
     * @param planner with the address
     */
    record Written(
            String project,
            Optional<String> uri,
            String name,
            Optional<String> parent,
            String planner,
            String date,
            List<String> dependencies,
            String note) {

        private static final Pattern ADDRESS = Pattern.compile("([A-Za-z][-+.A-Za-z0-9]*)://([^/?#]*)(.*)");
        private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\nr])");

        String id() {
            var lines = new ArrayList<String>();
            lines.add("project " + project);
            uri.ifPresent(address -> lines.add("uri " + canonical(address)));
            lines.add("change " + name);
            parent.ifPresent(before -> lines.add("parent " + before));
            lines.add("planner " + planner);
            lines.add("date " + date);
            list(lines, "requires", "  + ", required());
            list(lines, "conflicts", "  - ", conflicting());
            var plain = plain(note);
            // to Perl, 0 is as good as nothing
            if (!plain.isEmpty() && !plain.equals("0")) {
                lines.add("");
                lines.add(plain);
            }
            var text = String.join("\n", lines);
            var bytes = ("change " + text.getBytes(StandardCharsets.UTF_8).length + "\0" + text)
                    .getBytes(StandardCharsets.UTF_8);
            return Hash.sha1(bytes);
        }

        private static void list(List<String> lines, String title, String mark, List<String> entries) {
            if (!entries.isEmpty()) {
                lines.add(title);
                entries.forEach(entry -> lines.add(mark + entry));
            }
        }

        private List<String> required() {
            return dependencies.stream()
                    .filter(dependency -> !dependency.startsWith("!"))
                    .map(this::ours)
                    .toList();
        }

        private List<String> conflicting() {
            return dependencies.stream()
                    .filter(dependency -> dependency.startsWith("!"))
                    .map(dependency -> ours(dependency.substring(1)))
                    .toList();
        }

        private String ours(String dependency) {
            return dependency.startsWith(project + ":") ? dependency.substring(project.length() + 1) : dependency;
        }

        private static String plain(String note) {
            return ESCAPED.matcher(note.strip()).replaceAll(escape -> switch (escape.group(1)) {
                case "n" -> "\n";
                case "r" -> "\r";
                default -> Matcher.quoteReplacement("\\");
            });
        }

        // scheme and host in lower case, no default port, no empty path
        private static String canonical(String uri) {
            var address = ADDRESS.matcher(uri);
            if (!address.matches()) {
                return uri;
            }
            var scheme = address.group(1).toLowerCase(Locale.ROOT);
            var host = address.group(2)
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst(scheme.equals("https") ? ":443$" : ":80$", "");
            return scheme + "://" + host + (address.group(3).isEmpty() ? "/" : address.group(3));
        }
    }
}
