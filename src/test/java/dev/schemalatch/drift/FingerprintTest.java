package dev.schemalatch.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.drift.Difference.Change;
import dev.schemalatch.drift.Difference.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void theSameDriftHasTheSameFingerprintInWhateverOrderItComes() {
        var one = extra("a");
        var other = extra("b");

        assertThat(drift(one, other).fingerprint()).isEqualTo(drift(other, one).fingerprint());
    }

    @Test
    void theCauseIsNoPartOfIt() {
        var because = new Cause(Cause.Kind.NotRecorded, Optional.of("1_init"), "a pending migration would make it");

        assertThat(drift(extra("a").because(because)).fingerprint())
                .isEqualTo(drift(extra("a")).fingerprint());
    }

    @Test
    void anotherObjectChangeValueOrPartIsAnotherFingerprint() {
        var prints = List.of(
                drift(extra("a")),
                drift(extra("b")),
                drift(changed(Change.Missing, Optional.of("text"), Optional.empty())),
                drift(changed(Change.Changed, Optional.of("text"), Optional.empty())),
                drift(changed(Change.Changed, Optional.empty(), Optional.of("text"))),
                drift(changed(Change.Changed, Optional.of("text"), Optional.of(""))),
                drift(new Difference(
                        Change.Extra,
                        new ObjectKey("table", "a"),
                        new TreeMap<>(),
                        List.of(new ObjectKey("table column", "a.id")),
                        Cause.manual())));

        assertThat(prints).extracting(Drift::fingerprint).doesNotHaveDuplicates();
    }

    @Test
    void noDriftHasNone() {
        assertThat(Drift.none().fingerprint()).isEmpty();
    }

    private static Difference extra(String table) {
        return new Difference(Change.Extra, new ObjectKey("table", table), new TreeMap<>(), List.of(), Cause.manual());
    }

    private static Difference changed(Change change, Optional<String> expected, Optional<String> actual) {
        return new Difference(
                change,
                new ObjectKey("table column", "a.name"),
                new TreeMap<>(Map.of("type", new Values(expected, actual))),
                List.of(),
                Cause.manual());
    }

    private static Drift drift(Difference... differences) {
        return new Drift(List.of(differences));
    }
}
