package dev.schemalatch.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A private certificate authority and the certificate that it gave to {@code localhost}, made with the JDK's own keytool.
 *
 * @param pem the authority's own certificate
 */
public record Authority(String pem, Path certificateFile, Path keyFile, SSLContext context) {

    private static final String PASSWORD = "changeit";

    public static Authority make(Path folder) throws Exception {
        var root = folder.resolve("root.p12");
        var server = folder.resolve("server.p12");
        var name = "CN=Test authority";
        keytool(root, "-genkeypair", "-alias", "root", "-keyalg", "EC", "-dname", name, "-ext", "bc:c");
        keytool(server, "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost");
        var request = folder.resolve("server.csr");
        var signed = folder.resolve("server.crt");
        keytool(server, "-certreq", "-alias", "server", "-file", request.toString());
        var names = "san=dns:localhost,ip:127.0.0.1";
        keytool(
                root,
                "-gencert",
                "-alias",
                "root",
                "-infile",
                request.toString(),
                "-outfile",
                signed.toString(),
                "-rfc",
                "-ext",
                names);
        var authority = KeyStore.getInstance(root.toFile(), PASSWORD.toCharArray());
        var key =
                KeyStore.getInstance(server.toFile(), PASSWORD.toCharArray()).getKey("server", PASSWORD.toCharArray());
        return new Authority(
                pem("CERTIFICATE", authority.getCertificate("root").getEncoded()),
                signed,
                Files.writeString(folder.resolve("server.key"), pem("PRIVATE KEY", key.getEncoded())),
                trusting(authority));
    }

    private static SSLContext trusting(KeyStore authority) throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("root", authority.getCertificate("root"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static void keytool(Path store, String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(said);
        }
    }

    private static String pem(String type, byte[] bytes) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + type
                + "-----\n";
    }
}
