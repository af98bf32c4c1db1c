package dev.schemalatch.cli;

import dev.schemalatch.check.Compare;
import dev.schemalatch.check.GoDuration;
import dev.schemalatch.check.IgnoreRule;
import dev.schemalatch.remedy.Script.Purpose;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Options whose values have a form of their own. */
final class Converters {

    private Converters() {}

    /** {@code 90s}, {@code 2m}. */
    static final class Time implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String value) {
            return GoDuration.parse(value)
                    .filter(Duration::isPositive)
                    .orElseThrow(() -> new TypeConversionException(
                            "'%s' is no length of time such as 90s, 2m or 1h30m".formatted(value)));
        }
    }

    /** {@code repair}, {@code catch-up}. */
    static final class Script implements ITypeConverter<Purpose> {

        @Override
        public Purpose convert(String value) {
            return Stream.of(Purpose.repair, Purpose.catch_up)
                    .filter(purpose -> purpose.option().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "'%s' is no script: write repair or catch-up".formatted(value)));
        }
    }

    /** {@code owners}, {@code default-privileges}, {@code all}, {@code none}. */
    static final class Comparable implements ITypeConverter<Comparable.Wanted> {

        /** What one value names; a bare set would be taken apart by the parser. */
        record Wanted(Set<Compare> compare) {}

        @Override
        public Wanted convert(String value) {
            return switch (value) {
                case "all" -> new Wanted(Compare.all());
                case "none" -> new Wanted(Set.of());
                default ->
                    Compare.named(value)
                            .map(one -> new Wanted(Set.of(one)))
                            .orElseThrow(() -> new TypeConversionException(
                                    "'%s' is none of owners, privileges, default-privileges, all, none"
                                            .formatted(value)));
            };
        }
    }

    /** {@code TYPE:GLOB}; a glob alone is for objects of any type. */
    static final class Ignored implements ITypeConverter<IgnoreRule> {

        @Override
        public IgnoreRule convert(String value) {
            var colon = value.indexOf(':');
            var rule = colon < 0
                    ? new IgnoreRule("*", value)
                    : new IgnoreRule(value.substring(0, colon), value.substring(colon + 1));
            if (rule.name().isEmpty()) {
                throw new TypeConversionException(
                        "'%s' names nothing; write TYPE:GLOB, such as 'table:public.spatial_*'".formatted(value));
            }
            return rule;
        }
    }
}
