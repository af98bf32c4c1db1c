package dev.schemalatch.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a Python program without running it. */
class PythonProgramTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "x = 'a'                               | a",
                "x = \"a\"                             | a",
                "x: str = 'a'                          | a",
                "x: Union[str, Sequence[str]] = 'a'    | a",
                "x:str='a'                             | a",
                "x = ('a')                             | a",
                "x = 'a' 'b'                           | ab",
                "x = (u'a', r'b')                      | a,b",
                "x = ['a', 'b',]                       | a,b",
                "x = 'a',                              | a",
                "x = 'a', 'b'                          | a,b",
                "x = {'a', 'b'}                        | a,b",
                "x = '''a'''  # 'c'                    | a",
                "x = 'it\\'s'                          | it's",
                "y = 1; x = 'a'                        | a",
                "x = 'b'; x = 'a'                      | a",
            })
    void stringsAreRead(String program, String texts) {
        assertThat(value(program).literal()).isTrue();
        assertThat(value(program).texts()).containsExactly(texts.split(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = None",
                "x = ()",
                "x = []",
                "x: Union[str, None] = None",
            })
    void nothingIsNothing(String program) {
        assertThat(value(program).literal()).isTrue();
        assertThat(value(program).texts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = f'a{b}'",
                "x = b'a'",
                "x = 'a' + 'b'",
                "x = y",
                "x = y.revision",
                "x = get('a')",
                "x = ['a', get('b')]",
                "x = ('a', 'b') + y",
                "x = 'a' if y else 'b'",
                "x = 'a' % 1",
                "x = 12",
                "x = ['a' 'b'",
                "x = ['a')",
            })
    void whatOnlyRunningWouldTellIsComputed(String program) {
        assertThat(value(program).literal()).isFalse();
    }

    @Test
    void linesGoOnInBracketsAndAfterBackslashes() {
        var program = """
                \ufeff# -*- coding: utf-8 -*-
                \"\"\"x = 'in a text'

                x = 'of several lines'
                \"\"\"
                x = \\
                    'a'
                y = (
                    'b',  # 'not c'
                    # 'nor d'
                    'e',
                )
                """.replace("\n", "\r\n");

        assertThat(PythonProgram.read(program).value("x").orElseThrow().texts()).containsExactly("a");
        assertThat(PythonProgram.read(program).value("y").orElseThrow().texts()).containsExactly("b", "e");
    }

    @Test
    void whatStandsInFunctionsAndBranchesIsNotTheProgramsOwn() {
        var program = PythonProgram.read("""
                def upgrade():
                    x = 'in a function'
                if True:
                    x = 'in a branch'
                x.y = 'of something else'
                x == 'a'
                x += 'a'
                """);

        assertThat(program.value("x")).isEmpty();
    }

    @Test
    void classesDeclareInTheirBodiesAlone() {
        var program = PythonProgram.read("""
                class Before(object):
                    x = 'before'

                class Migration(migrations.Migration):
                \t\"\"\"Says nothing.\"\"\"

                \tinitial = True
                \tdependencies: list[tuple[str, str]] = [
                \t\t("shop", "0001_initial"),
                \t\tmigrations.swappable_dependency(settings.AUTH_USER_MODEL),
                \t]

                \tdef forwards(self):
                \t\tx = 'in a method'
                x = 'after'
                """);

        assertThat(program.hasClass("Migration")).isTrue();
        assertThat(program.value("Migration", "x")).isEqualTo(new PythonValue.None());
        assertThat(program.value("Before", "x").texts()).containsExactly("before");
        assertThat(program.value("x").orElseThrow().texts()).containsExactly("after");
        assertThat(program.value("Migration", "dependencies").elements().map(PythonValue::texts))
                .containsExactly(List.of("shop", "0001_initial"), List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = 'open",
                "x = '''open\n\n",
                "x = (((((",
                "x = )))",
                "x =",
                "x:",
                "= 'a'",
                "\\",
                "class",
                "class :",
                "\0\u0001",
                "x = '\\"
            })
    void whatIsNoPythonIsReadAllTheSame(String text) {
        assertThatCode(() -> PythonProgram.read(text)).doesNotThrowAnyException();
    }

    @Test
    void aHostileFileExhaustsNothing() {
        var deep = "x = " + "[".repeat(200_000);
        var wide = "x = [" + "'a', ".repeat(200_000) + "]";

        assertThat(value(deep).literal()).isFalse();
        assertThat(value(wide).texts()).hasSize(200_000);
    }

    private static PythonValue value(String program) {
        return PythonProgram.read(program).value("x").orElseThrow();
    }
}
