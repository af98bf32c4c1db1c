package dev.schemalatch.registry;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Which certificates a host may show: those of Java's own authorities, and of those that the installation names for it. */
final class Trust implements TlsSocketStrategy {

    private static final int HTTPS = 443;

    private final Registries registries;
    private final Map<String, TlsSocketStrategy> byHost = new ConcurrentHashMap<>();

    Trust(Registries registries) {
        this.registries = registries;
    }

    @Override
    public SSLSocket upgrade(Socket socket, String host, int port, @Nullable Object attachment, HttpContext context)
            throws IOException {
        var name = port == HTTPS ? host : host + ":" + port;
        // hosts that nothing is said of share one, so that strangers cannot make this grow
        var key = registries.certificates().containsKey(name) ? name : "";
        return byHost.computeIfAbsent(key, known -> strategy(registries.certificatesOf(known)))
                .upgrade(socket, host, port, attachment, context);
    }

    private static TlsSocketStrategy strategy(List<byte[]> more) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, trusted(more).getTrustManagers(), null);
            return new DefaultClientTlsStrategy(context);
        } catch (GeneralSecurityException | IOException unusable) {
            throw new FailedException(
                    FailedException.of(
                                    Reason.TlsRefused,
                                    "The certificates that the installation names for registries are no PEM text of"
                                            + " certificates. Correct them.")
                            .failure(),
                    unusable);
        }
    }

    private static TrustManagerFactory trusted(List<byte[]> more) throws GeneralSecurityException, IOException {
        var own = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        own.init((KeyStore) null);
        if (more.isEmpty()) {
            return own;
        }
        var all = KeyStore.getInstance(KeyStore.getDefaultType());
        all.load(null, null);
        var issuers = Arrays.stream(own.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                .toList();
        for (var issuer : issuers) {
            all.setCertificateEntry("java-" + all.size(), issuer);
        }
        for (var pem : more) {
            var found = CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
            if (found.isEmpty()) {
                throw new GeneralSecurityException("no certificate");
            }
            for (var certificate : found) {
                all.setCertificateEntry("more-" + all.size(), certificate);
            }
        }
        var both = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        both.init(all);
        return both;
    }
}
