package dev.schemalatch.tool;

import java.util.List;
import java.util.stream.Stream;

/** What a Python program assigns to a name, as far as it can be told without running it. */
sealed interface PythonValue {

    /** {@code None}. */
    record None() implements PythonValue {}

    /** A string. */
    record Text(String value) implements PythonValue {}

    /** A list, tuple or set. */
    record Many(List<PythonValue> values) implements PythonValue {
        public Many {
            values = List.copyOf(values);
        }
    }

    /** Something that only running it would tell: a call, a name, a sum. */
    record Computed() implements PythonValue {}

    /** Whether nothing in it is computed. */
    default boolean literal() {
        return switch (this) {
            case None none -> true;
            case Text text -> true;
            case Many many -> many.values().stream().allMatch(PythonValue::literal);
            case Computed computed -> false;
        };
    }

    /** The strings in it: of itself, or of its elements. */
    default List<String> texts() {
        return elements()
                .flatMap(value -> value instanceof Text(String text) ? Stream.of(text) : Stream.empty())
                .toList();
    }

    /** Its elements, or itself; none of {@code None}. */
    default Stream<PythonValue> elements() {
        return switch (this) {
            case None none -> Stream.empty();
            case Many many -> many.values().stream();
            case Text text -> Stream.of(text);
            case Computed computed -> Stream.of(computed);
        };
    }
}
