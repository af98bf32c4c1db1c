package dev.schemalatch.cli;

import dev.schemalatch.check.Precondition;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Queries that must return no row before a rollout. */
final class PreconditionOption {

    @Option(
            names = "--precondition",
            paramLabel = "NAME=SQL",
            converter = Converter.class,
            description = "a query that only reads, and must return no row before a rollout; may be repeated")
    private List<Precondition> preconditions = List.of();

    List<Precondition> preconditions() {
        return preconditions;
    }

    /** Reads the option's value. */
    static final class Converter implements ITypeConverter<Precondition> {

        @Override
        public Precondition convert(String value) {
            var equals = value.indexOf('=');
            if (equals <= 0 || equals == value.length() - 1) {
                throw new TypeConversionException(
                        "it is written NAME=SQL, such as 'no-nulls=SELECT 1 FROM t WHERE x IS NULL'");
            }
            return new Precondition(value.substring(0, equals).strip(), value.substring(equals + 1));
        }
    }
}
