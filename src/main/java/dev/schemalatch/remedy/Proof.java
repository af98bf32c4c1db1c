package dev.schemalatch.remedy;

import dev.schemalatch.drift.Difference;
import java.util.List;

/** Whether a script was run in the shadow, and led where it should. */
public sealed interface Proof {

    /** It was run on a copy of the schema it is for, and left no difference to the schema it leads to. */
    record Proven() implements Proof {}

    /**
     * It was not run, or did not lead there.
     *
     * @param why one sentence
     * @param left what still differed, where it ran to its end
     */
    record Unproven(String why, List<Difference> left) implements Proof {

        public Unproven {
            left = List.copyOf(left);
        }

        public static Unproven because(String why) {
            return new Unproven(why, List.of());
        }
    }

    /** One sentence. */
    default String why() {
        return switch (this) {
            case Proven proven -> "it left no difference.";
            case Unproven(String reason, var left) -> reason;
        };
    }

    default boolean proven() {
        return this instanceof Proven;
    }
}
