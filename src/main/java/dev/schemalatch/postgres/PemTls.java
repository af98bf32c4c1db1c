package dev.schemalatch.postgres;

import dev.schemalatch.connection.ConnectionSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * TLS from certificates in memory. The driver makes it by its name and hands it the login's properties.
 *
 * <p>What is trusted follows libpq: with a root certificate, what it signed; without one, in {@code verify-ca} and {@code
 * verify-full}, what the Java installation trusts, and in the weaker modes everything. The driver itself compares the host's
 * name with the certificate's in {@code verify-full}.
 */
public final class PemTls extends SSLSocketFactory {

    private static final String ROOT = "schemalatch.tls.root";
    private static final String CERTIFICATE = "schemalatch.tls.certificate";
    private static final String KEY = "schemalatch.tls.key";
    private static final String VERIFY = "schemalatch.tls.verify";

    private final SSLSocketFactory factory;

    /**
     * @throws GeneralSecurityException where a PEM cannot be read
     */
    public PemTls(Properties properties) throws GeneralSecurityException, IOException {
        var root = pem(properties, ROOT);
        var certificate = pem(properties, CERTIFICATE);
        var key = pem(properties, KEY);
        var context = SSLContext.getInstance("TLS");
        context.init(
                certificate.isPresent() && key.isPresent()
                        ? PemKeys.of(certificate.get(), key.get())
                        : new KeyManager[0],
                trust(root, Boolean.parseBoolean(properties.getProperty(VERIFY))),
                null);
        this.factory = context.getSocketFactory();
    }

    private static Optional<String> pem(Properties properties, String name) {
        return Optional.ofNullable(properties.getProperty(name));
    }

    private static TrustManager @org.jspecify.annotations.Nullable [] trust(Optional<String> root, boolean verify)
            throws GeneralSecurityException, IOException {
        if (root.isPresent()) {
            return PemKeys.trusting(root.get());
        }
        return verify ? null : new TrustManager[] {new TrustAll()};
    }

    static void write(ConnectionSettings.Tls tls, Properties properties) {
        properties.setProperty("sslmode", tls.mode().text());
        properties.setProperty("sslfactory", PemTls.class.getName());
        properties.setProperty(
                VERIFY,
                Boolean.toString(
                        switch (tls.mode()) {
                            case VERIFY_CA, VERIFY_FULL -> true;
                            case DISABLE, ALLOW, PREFER, REQUIRE -> false;
                        }));
        tls.rootCertificate().ifPresent(pem -> properties.setProperty(ROOT, pem.text()));
        tls.certificate().ifPresent(pem -> properties.setProperty(CERTIFICATE, pem.text()));
        tls.key().ifPresent(pem -> properties.setProperty(KEY, pem.text()));
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        return factory.createSocket(socket, host, port, autoClose);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return factory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return factory.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return factory.createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return factory.createSocket(host, port, localHost, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return factory.createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return factory.createSocket(address, port, localAddress, localPort);
    }
}
