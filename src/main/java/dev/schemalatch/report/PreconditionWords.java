package dev.schemalatch.report;

import dev.schemalatch.check.Required;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.report.Page.Block;
import dev.schemalatch.report.Page.Section;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts preconditions into words: which hold, which do not, which could not be asked. */
final class PreconditionWords {

    private PreconditionWords() {}

    static Optional<Section> of(List<Required> required) {
        var blocks = Stream.of(
                        names("not met", required, new Finding.Known<>(false)),
                        unknown(required),
                        names("met", required, new Finding.Known<>(true)))
                .flatMap(Optional::stream)
                .toList();
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section("Preconditions", summary(required), blocks));
    }

    private static String summary(List<Required> required) {
        var holding = required.stream()
                .filter(asked -> asked.holds().known().orElse(false))
                .count();
        return "%d of %d met".formatted(holding, required.size());
    }

    private static Optional<Block> names(String label, List<Required> required, Finding<Boolean> holds) {
        return block(label, required.stream().filter(asked -> asked.holds().equals(holds)));
    }

    private static Optional<Block> unknown(List<Required> required) {
        return block(
                "unknown",
                required.stream().filter(asked -> asked.holds().known().isEmpty()));
    }

    private static Optional<Block> block(String label, Stream<Required> required) {
        var names = required.map(Required::name).toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(new Block.Names(label, names));
    }
}
