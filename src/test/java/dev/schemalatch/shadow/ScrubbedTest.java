package dev.schemalatch.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrubbedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "42P07|relation \"users\" already exists|relation \"users\" already exists",
                "22P02|invalid input syntax for type integer: \"secret\"|invalid input syntax for type integer: (a value)",
                "42601|syntax error at or near \"TABEL\"|syntax error at or near \"TABEL\"",
                "42601|syntax error at or near \"'secret'\"|syntax error at or near (a value)",
                "42601|unterminated quoted string at or near \"'se\"cret\"|unterminated quoted string at or near (a value)",
                "23505|duplicate key value violates unique constraint \"k\"|duplicate key value violates unique constraint \"k\"",
                "42704|role 'secret' is odd|role (a value) is odd",
                "P0001|secret|it raises an exception of its own",
            })
    void namesStayAndValuesGo(String state, String said, String shown) {
        assertThat(Scrubbed.message(state, said, false)).isEqualTo(shown);
    }
}
