package dev.schemalatch.registry;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends requests, follows nothing, remembers nothing, and keeps to the time. Made for one reading: no connection ever serves two
 * tenants.
 */
final class Wire implements AutoCloseable {

    /** Without a byte, a server is given up after this. */
    private static final Timeout SILENCE = Timeout.ofSeconds(30);

    private static final Timeout CONNECT = Timeout.ofSeconds(10);

    /** Lengths of what comes before a body: it is held in memory. */
    private static final Http1Config HEADERS = Http1Config.custom()
            .setMaxLineLength(16 * 1024)
            .setMaxHeaderCount(200)
            .build();

    private final CloseableHttpClient client;
    private final Deadline deadline;

    Wire(Registries registries, Trust trust, Deadline deadline) {
        this.deadline = deadline;
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(HEADERS)
                        .build())
                .setDnsResolver(new Lookup(registries.addresses(), deadline))
                .setTlsSocketStrategy(trust)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(SILENCE)
                        .build())
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(SILENCE).build())
                .setUserAgent("schemalatch")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /**
     * A request.
     *
     * @param authorization the header of that name
     * @param form what a POST sends
     */
    record Ask(
            String method, URI at, Map<String, String> headers, Optional<String> authorization, Optional<String> form) {

        static Ask of(String method, URI at, Map<String, String> headers) {
            return new Ask(method, at, headers, Optional.empty(), Optional.empty());
        }

        Ask with(Optional<String> other) {
            return new Ask(method, at, headers, other, form);
        }

        Ask to(URI other) {
            return new Ask(method, other, headers, authorization, form);
        }
    }

    Deadline deadline() {
        return deadline;
    }

    Answer send(Ask ask) throws IOException {
        var request = new HttpUriRequestBase(ask.method(), ask.at());
        ask.headers().forEach(request::setHeader);
        ask.authorization().ifPresent(value -> request.setHeader("Authorization", value));
        ask.form()
                .ifPresent(form -> request.setEntity(new StringEntity(
                        form, ContentType.create("application/x-www-form-urlencoded", StandardCharsets.UTF_8))));
        deadline.watch(request);
        return new Answer(ask.at(), client.executeOpen(HttpHost.create(ask.at()), request, null));
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
