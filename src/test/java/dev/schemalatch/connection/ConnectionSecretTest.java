package dev.schemalatch.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemalatch.connection.ConnectionSettings.Mode;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionSecretTest {

    private static final String PEM = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";

    @Test
    void aUriIsReadFromItsUsualKey() {
        assertThat(read("uri", "postgresql://app:pw@db/orders\n").address()).isEqualTo("db:5432/orders");
    }

    @Test
    void aNamedKeyIsTheOnlyOneThatIsRead() {
        var data = bytes("uri", "postgresql://app:pw@wrong/orders", "reporting", "postgresql://app:pw@right/orders");

        var settings = ConnectionSecret.read("orders-db", data, Optional.of("reporting"));

        assertThat(settings.host()).isEqualTo("right");
        assertThat(settings.origin()).isEqualTo("Secret orders-db, key reporting");
    }

    @Test
    void cloudNativePgsKeysAreUnderstoodAsTheyAre() {
        var settings = read(
                "username",
                "app",
                "user",
                "app",
                "password",
                "pw\n",
                "host",
                "orders-rw",
                "port",
                "5432",
                "dbname",
                "app",
                "pgpass",
                "orders-rw:5432:app:app:pw\n");

        assertThat(settings.address()).isEqualTo("orders-rw:5432/app");
        assertThat(settings.password().reveal()).isEqualTo("pw");
    }

    @Test
    void aServiceOfTheSecretsNamespaceIsReachedFromAnyNamespace() {
        assertThat(read("uri", "postgresql://a:b@orders-rw/app").within("shop").host())
                .isEqualTo("orders-rw.shop.svc");
        assertThat(read("uri", "postgresql://a:b@db.example.com/app")
                        .within("shop")
                        .host())
                .isEqualTo("db.example.com");
        assertThat(read("uri", "postgresql://a:b@localhost/app").within("shop").host())
                .isEqualTo("localhost");
        assertThat(read("uri", "postgresql://a:b@[::1]/app").within("shop").host())
                .isEqualTo("::1");
    }

    @ParameterizedTest
    @CsvSource({",VERIFY_CA", "require,VERIFY_CA", "verify-full,VERIFY_FULL", "disable,DISABLE", "prefer,PREFER"})
    void aCertificateAuthorityIsUsedUnlessTheModeSaysOtherwise(String mode, Mode expected) {
        var data = bytes("uri", "postgresql://a:b@db/d", "ca.crt", PEM);
        if (mode != null) {
            data.put("sslmode", mode.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(ConnectionSecret.read("s", data, Optional.empty()).tls().mode())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unrelated=x | neither a key uri nor the keys host, dbname, user and password",
                "username=app;password=hunter2 | add the keys host and dbname",
                "host=db;user=app;password=hunter2 | no key dbname",
                "host=db;dbname=d;password=hunter2 | no key user",
                "host=db;dbname=d;user=app;port=hunter2 | port",
                "host=a,b;dbname=d;user=app | host",
                "uri=postgresql://a:b@db/d;tls.crt=hunter2 | tls.crt",
                "uri=postgresql://a:b@db/d;ca.crt=hunter2 | ca.crt",
                "uri=postgresql://a:b@db/d;sslmode=hunter2 | sslmode"
            })
    void whatIsMissingOrWrongIsNamedAndNoValueIsShown(String entries, String named) {
        var data = new HashMap<String, byte[]>();
        for (var entry : entries.strip().split(";", -1)) {
            var equals = entry.indexOf('=');
            data.put(entry.substring(0, equals), entry.substring(equals + 1).getBytes(StandardCharsets.UTF_8));
        }

        var failed = catchThrowableOfType(
                FailedException.class, () -> ConnectionSecret.read("orders-db", data, Optional.empty()));

        assertThat(failed.failure().reason()).isEqualTo(Reason.SecretInvalid);
        assertThat(failed.failure().message())
                .startsWith("Secret orders-db")
                .contains(named)
                .doesNotContain("hunter2");
    }

    @Test
    void aValueThatIsNoTextIsNamed() {
        var failed = catchThrowableOfType(
                FailedException.class,
                () -> ConnectionSecret.read("orders-db", Map.of("uri", new byte[] {(byte) 0xff}), Optional.empty()));

        assertThat(failed.failure().message()).contains("key uri").contains("UTF-8");
    }

    @Test
    void aNamedKeyThatIsNotThereIsNamed() {
        var failed = catchThrowableOfType(
                FailedException.class, () -> ConnectionSecret.read("orders-db", Map.of(), Optional.of("reporting")));

        assertThat(failed.failure().message()).isEqualTo("Secret orders-db has no key reporting.");
    }

    private static ConnectionSettings read(String... entries) {
        return ConnectionSecret.read("orders-db", bytes(entries), Optional.empty());
    }

    private static Map<String, byte[]> bytes(String... entries) {
        var data = new HashMap<String, byte[]>();
        for (var i = 0; i < entries.length; i += 2) {
            data.put(entries[i], entries[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return data;
    }
}
