package dev.schemalatch.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemalatch.connection.ConnectionSettings.Mode;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionUriTest {

    private static final String ORIGIN = "Secret orders-db, key uri";

    @Test
    void aUriGivesHostPortDatabaseUserAndPassword() {
        var settings = parse("postgresql://app:s%40crt@db.shop.svc:6432/orders?schema=sales&sslmode=verify-full");

        assertThat(settings.address()).isEqualTo("db.shop.svc:6432/orders");
        assertThat(settings.user()).isEqualTo("app");
        assertThat(settings.password().reveal()).isEqualTo("s@crt");
        assertThat(settings.schema()).contains("sales");
        assertThat(settings.tls().mode()).isEqualTo(Mode.VERIFY_FULL);
        assertThat(settings.origin()).isEqualTo(ORIGIN);
    }

    @Test
    void whatIsNotWrittenIsAsLibpqHasIt() {
        var settings = parse("postgres://app@db");

        assertThat(settings.address()).isEqualTo("db:5432/app");
        assertThat(settings.password().reveal()).isEmpty();
        assertThat(settings.schema()).isEmpty();
        assertThat(settings.tls().mode()).isEqualTo(Mode.PREFER);
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://u:p@[2001:db8::1]:6000/d, 2001:db8::1, 6000",
        "postgresql://u:p@[::1]/d, ::1, 5432",
        "postgresql://u:p@10.0.0.7:5433/d, 10.0.0.7, 5433",
        "jdbc:postgresql://db:5432/d?user=u&password=p, db, 5432",
        "postgresql://u:p@@db/d, db, 5432",
        "'  postgresql://u:p@db/d\n', db, 5432"
    })
    void addressesOfEveryFormAreRead(String uri, String host, int port) {
        assertThat(parse(uri).host()).isEqualTo(host);
        assertThat(parse(uri).port()).isEqualTo(port);
    }

    @Test
    void aPlusIsAPlusAndNoBlank() {
        assertThat(parse("postgresql://u:a+b@db/d").password().reveal()).isEqualTo("a+b");
    }

    @Test
    void parametersOfPoolsAndUnknownOnesArePassedOver() {
        var settings = parse("postgresql://u:p@db/d?connection_limit=5&pool_timeout=2&pgbouncer=true&supa=base-pooler.x"
                + "&application_name=x&channel_binding=require&target_session_attrs=any");

        assertThat(settings.address()).isEqualTo("db:5432/d");
    }

    @ParameterizedTest
    @CsvSource({"sslaccept=strict&sslmode=require, VERIFY_FULL", "ssl=true, VERIFY_FULL", "sslmode=require, REQUIRE"})
    void tlsIsNeverWeakerThanWhatWasAskedFor(String query, Mode mode) {
        assertThat(parse("postgresql://u:p@db/d?" + query).tls().mode()).isEqualTo(mode);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socketFactory",
                "SOCKETFACTORY",
                "sslfactory",
                "sslhostnameverifier",
                "sslpasswordcallback",
                "authenticationPluginClassName",
                "xmlFactoryFactory",
                "loggerFile",
                "service",
                "passfile",
                "options",
                "replication",
                "jaasApplicationName",
                "gssUseDefaultCreds",
                "hostaddr",
                "host",
                "dbname",
                "sslcert",
                "sslkey",
                "sslrootcert",
                "ssl%6Bey"
            })
    void aDangerousParameterIsRefusedByName(String parameter) {
        var failed = failure("postgresql://app:hunter2@db/d?" + parameter + "=evil-value");

        assertThat(failed.failure().reason()).isEqualTo(Reason.ConnectionParameterRefused);
        assertThat(failed.failure().message())
                .contains(ORIGIN)
                .containsIgnoringCase(parameter.replace("%6B", "k"))
                .doesNotContain("evil-value", "hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hunter2",
                "mysql://app:hunter2@db/d",
                "postgresql:/app:hunter2@db/d",
                "postgresql://app:hun#ter2@db/d",
                "postgresql://app:hunter2%@db/d",
                "postgresql://app:hunter2@/d",
                "postgresql://app:hunter2@db:99999/d",
                "postgresql://app:hunter2@db:0/d",
                "postgresql://app:hunter2@a,b/d",
                "postgresql://app:hunter2@%2Fvar%2Frun/d",
                "postgresql://db/d",
                "postgresql://app:hunter2@db/d?sslmode=sometimes",
                "postgresql://app:hunter2@db/d?schema=a&schema=b",
                "prisma+postgres://accelerate.example/?api_key=hunter2"
            })
    void aMalformedUriIsNamedByItsOriginAndNeverRepeated(String uri) {
        var failed = failure(uri);

        assertThat(failed.failure().reason()).isEqualTo(Reason.ConnectionInvalid);
        assertThat(failed.failure().message()).startsWith(ORIGIN).doesNotContain("hunter2", "ter2");
    }

    private static ConnectionSettings parse(String uri) {
        return ConnectionUri.parse(uri, ORIGIN);
    }

    private static FailedException failure(String uri) {
        return catchThrowableOfType(FailedException.class, () -> parse(uri));
    }
}
