package dev.schemalatch.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What differs between environments by right, and is compared where somebody asks for it. */
public enum Compare {
    Owners("owners"),
    Privileges("privileges"),
    DefaultPrivileges("default privileges");

    private final String words;

    Compare(String words) {
        this.words = words;
    }

    public static Set<Compare> all() {
        return Set.of(values());
    }

    /** By its name, or in lower case with dashes: {@code default-privileges}. */
    public static Optional<Compare> named(String text) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(text) || one.dashed().equals(text))
                .findFirst();
    }

    /** As a command line has it. */
    public String dashed() {
        return words.replace(' ', '-').toLowerCase(Locale.ROOT);
    }

    /** What is left aside, in a line for people; empty where nothing is. */
    static Optional<String> leftAside(Set<Compare> compared) {
        var rest = new TreeSet<>(all());
        rest.removeAll(compared);
        var words = rest.stream().map(one -> one.words).toList();
        return rest.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(", ", words) + ": compared where spec.compare or --compare asks for it");
    }
}
