package dev.schemalatch.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;

/**
 * What came back for a request. Closing one whose body was not read to its end ends the connection.
 *
 * @param from who answered, after redirects
 */
record Answer(URI from, ClassicHttpResponse response) implements AutoCloseable {

    int status() {
        return response.getCode();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
    }

    List<String> headers(String name) {
        return Arrays.stream(response.getHeaders(name)).map(Header::getValue).toList();
    }

    InputStream body() throws IOException {
        return response.getEntity() == null
                ? InputStream.nullInputStream()
                : response.getEntity().getContent();
    }

    /** The body, where it is no longer than this. */
    Optional<byte[]> body(int most) throws IOException {
        var read = body().readNBytes(most + 1);
        return Optional.of(read).filter(bytes -> bytes.length <= most);
    }

    @Override
    public void close() throws IOException {
        response.close();
    }
}
