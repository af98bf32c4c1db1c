package dev.schemalatch.tool;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;

/**
 * The order of JavaScript's {@code localeCompare} without arguments, where the language adds no rules of its own (English,
 * and most): the root collation of CLDR, on normalized text. What it holds for equal stands in the order of its UTF-16.
 */
final class LocaleCompare {

    static final Comparator<String> ORDER = order();

    private LocaleCompare() {}

    private static Comparator<String> order() {
        var collator = Collator.getInstance(ULocale.ROOT);
        collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        collator.freeze();
        Comparator<String> localeCompare = collator::compare;
        return localeCompare.thenComparing(Comparator.naturalOrder());
    }
}
