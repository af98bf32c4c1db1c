package dev.schemalatch.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.testing.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** A key and a certificate that signs itself, made with the JDK's own keytool. */
record SelfSigned(String certificate, String key, Path certificateFile, Path keyFile) {

    private static final char[] PASSWORD = "changeit".toCharArray();

    static SelfSigned make(Path folder, String host) throws Exception {
        Files.createDirectories(folder);
        openTo(folder);
        var store = folder.resolve("store.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "it",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-ext",
                        "bc:c",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        var said = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).as(said).isZero();
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        var certificate = pem("CERTIFICATE", keys.getCertificate("it").getEncoded());
        var key = pem("PRIVATE KEY", keys.getKey("it", PASSWORD).getEncoded());
        return new SelfSigned(
                certificate,
                key,
                owned(Files.writeString(folder.resolve("tls.crt"), certificate)),
                owned(Files.writeString(folder.resolve("tls.key"), key)));
    }

    private static String pem(String type, byte[] bytes) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + type
                + "-----\n";
    }

    static void openTo(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The server reads a key only if it is its own and nobody else's. */
    private static Path owned(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        var servers = Files.getOwner(
                Databases.server(Databases.ANY_MAJOR).socket().resolve("..").normalize());
        if (!servers.equals(Files.getOwner(file))) {
            Files.setOwner(file, servers);
        }
        return file;
    }
}
