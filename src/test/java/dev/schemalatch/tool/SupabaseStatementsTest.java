package dev.schemalatch.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.tool.Script.Part;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the program's own parser made of the same texts. */
class SupabaseStatementsTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("", List.of()),
                Arguments.of(" ;; ; ", List.of()),
                Arguments.of("a", List.of("a")),
                Arguments.of(" a ;\n b ;;", List.of("a", "b")),
                Arguments.of("a;\n-- the end; of it\n", List.of("a", "-- the end; of it")),
                Arguments.of("'a;''b;';c", List.of("'a;''b;'", "c")),
                Arguments.of("\"a;b\";c", List.of("\"a;b\"", "c")),
                Arguments.of("/* a; /* b; */ c; */ d;e", List.of("/* a; /* b; */ c; */ d", "e")),
                Arguments.of("$$a;$$;$x$b;$$;$x$;c", List.of("$$a;$$", "$x$b;$$;$x$", "c")),
                Arguments.of("$1;a", List.of("$1", "a")),
                // letters other than those of ASCII end a tag
                Arguments.of("$é$;\na", List.of("$é$", "a")),
                Arguments.of("(a;b);c", List.of("(a;b)", "c")),
                // the first parenthesis that closes closes all
                Arguments.of("(a(b);c)", List.of("(a(b)", "c)")),
                Arguments.of("x\nbegin  ATOMIC a; b; end;c", List.of("x\nbegin  ATOMIC a; b; end", "c")),
                // and so does any word that ends in END
                Arguments.of("begin atomic case 1 end; b; end;c", List.of("begin atomic case 1 end", "b", "end", "c")),
                Arguments.of("begin xatomic; b", List.of("begin xatomic", "b")),
                Arguments.of("\\;a;b", List.of("\\;a", "b")),
                Arguments.of("a - b; c", List.of("a - b", "c")),
                Arguments.of("'open; and so on", List.of("'open; and so on")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextIsCutAsTheProgramCutsIt(String text, List<String> statements) {
        assertThat(new SupabaseStatements(text).parts().stream().map(Part::sql)).containsExactlyElementsOf(statements);
    }

    @Test
    void aStatementKnowsTheLineThatItBeginsIn() {
        var parts = new SupabaseStatements("\na;\n\n  b\n;c").parts();

        assertThat(parts).containsExactly(new Part("a", 2), new Part("b", 4), new Part("c", 5));
    }

    @Test
    void hostileNestingEndsNothing() {
        assertThat(new SupabaseStatements("(".repeat(100_000)).parts()).hasSize(1);
        assertThat(new SupabaseStatements("begin atomic (".repeat(5_000)).parts())
                .hasSize(1);
    }

    @Test
    void statementsThatWereCutOtherwiseAreTheSame() {
        var hash = SupabaseStatements.hash(List.of("a (b)", "c", "d"));

        assertThat(SupabaseStatements.hash(List.of("a (b);\n c", "d"))).isEqualTo(hash);
        assertThat(SupabaseStatements.hash(List.of("a (b)", "c;d"))).isEqualTo(hash);
        assertThat(SupabaseStatements.hash(List.of("a (b)", "c d"))).isNotEqualTo(hash);
        assertThat(SupabaseStatements.hash(List.of("a\r\nb"))).isEqualTo(SupabaseStatements.hash(List.of("a\nb")));
        assertThat(SupabaseStatements.hash(List.of("a\nb"))).isNotEqualTo(SupabaseStatements.hash(List.of("a b")));
    }
}
