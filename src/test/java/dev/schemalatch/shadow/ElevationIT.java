package dev.schemalatch.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.ddl.Attempt;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.testing.Databases;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ElevationIT {

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void whatOnlyASuperuserMayMakeIsMadeInAScratchDatabase(int major) {
        var done = scratch(major, scratch -> scratch.attempt(Statement.of("CREATE PUBLICATION p FOR ALL TABLES")));

        assertThat(done).isInstanceOf(Attempt.Done.class);
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void aSecondStatementBehindAHarmlessOneIsRefused(int major) {
        var sql = "CREATE PUBLICATION p FOR ALL TABLES; COPY (SELECT 1) TO PROGRAM 'touch /tmp/elevated'";

        assertThat(scratch(major, scratch -> scratch.attempt(Statement.of(sql))))
                .isNotInstanceOf(Attempt.Done.class);
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void nothingRunsAsSuperuserWhileAStrangersEventTriggerCouldFire(int major) {
        var attempt = scratch(major, scratch -> {
            scratch.execute("CREATE TABLE who (name text); CREATE FUNCTION spy() RETURNS event_trigger LANGUAGE plpgsql"
                    + " AS 'begin insert into public.who values (current_user); end'");
            assertThat(scratch.attempt(
                            Statement.of("CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION public.spy()")))
                    .isInstanceOf(Attempt.Done.class);
            return scratch.attempt(Statement.of("CREATE PUBLICATION p FOR ALL TABLES"));
        });

        assertThat(attempt).isInstanceOf(Attempt.NotPermitted.class);
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void aServerMadeForAScratchDatabaseIsItsOwners(int major) {
        var done = scratch(major, scratch -> {
            scratch.attempt(Statement.of("CREATE FOREIGN DATA WRAPPER w"));
            scratch.attempt(Statement.of("CREATE SERVER s FOREIGN DATA WRAPPER w"));
            return scratch.attempt(Statement.of("CREATE FOREIGN TABLE public.f (a integer) SERVER s"));
        });

        assertThat(done).isInstanceOf(Attempt.Done.class);
    }

    private static Attempt scratch(int major, Function<Scratch, Attempt> work) {
        try (var fixture = new ShadowFixture()) {
            return fixture.replay(major, ShadowFixture.plain(), work);
        }
    }
}
