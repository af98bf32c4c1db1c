package dev.schemalatch.cli;

import dev.schemalatch.verdict.Hold;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What of the findings makes a command fail: a list of {@link Hold}s, {@code all} or {@code none}. */
record FailOn(Set<Hold> holds) {

    FailOn {
        holds = Collections.unmodifiableSet(holds.isEmpty() ? EnumSet.noneOf(Hold.class) : EnumSet.copyOf(holds));
    }

    /** Reads the option's value. */
    static final class Converter implements ITypeConverter<FailOn> {

        @Override
        public FailOn convert(String value) {
            return switch (value.toLowerCase(Locale.ROOT).strip()) {
                case "none" -> new FailOn(Set.of());
                case "all" -> new FailOn(EnumSet.allOf(Hold.class));
                default ->
                    new FailOn(Arrays.stream(value.split(",", -1))
                            .map(Converter::hold)
                            .collect(Collectors.toUnmodifiableSet()));
            };
        }

        private static Hold hold(String name) {
            return Arrays.stream(Hold.values())
                    .filter(hold -> hold.name().equalsIgnoreCase(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "'%s' is none of %s, all, none".formatted(name.strip(), names())));
        }

        private static String names() {
            return Arrays.stream(Hold.values()).map(Hold::name).collect(Collectors.joining(", "));
        }
    }
}
