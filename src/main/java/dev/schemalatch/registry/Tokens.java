package dev.schemalatch.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Gets the token that a registry asks for, by one login, for one repository. It lives no longer than one reading.
 *
 * @see <a href="https://distribution.github.io/distribution/spec/auth/token/">Token authentication</a>
 * @see <a href="https://distribution.github.io/distribution/spec/auth/oauth/">OAuth2 token authentication</a>
 */
record Tokens(Courier courier, Endpoint endpoint, Trouble trouble) {

    private static final int LONGEST = 256 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The {@code Authorization} that answers a challenge; empty where the login cannot answer it. */
    Optional<String> authorization(Challenge challenge, Login login) throws IOException {
        if (login instanceof Login.Bearer bearer) {
            return Optional.of("Bearer " + bearer.token().reveal());
        }
        if (challenge.scheme().equals("basic")) {
            return login instanceof Login.Basic basic ? Optional.of(basic.header()) : Optional.empty();
        }
        return Optional.of("Bearer " + token(challenge, login));
    }

    private String token(Challenge challenge, Login login) throws IOException {
        var query = new LinkedHashMap<String, String>();
        challenge.parameter("service").ifPresent(service -> query.put("service", service));
        query.put(
                "scope", challenge.parameter("scope").orElseGet(() -> "repository:" + endpoint.repository() + ":pull"));
        var realm = realm(challenge);
        try (var answer =
                switch (login) {
                    case Login.Refresh refresh -> exchange(realm, query, refresh);
                    case Login.Basic basic -> {
                        query.put("account", basic.user());
                        yield courier.sendSecret(ask(realm, query).with(Optional.of(basic.header())));
                    }
                    case Login.Anonymous ignored -> courier.send(ask(realm, query));
                    case Login.Bearer ignored -> throw new IllegalStateException("has a token already");
                }) {
            if (answer.status() != 200) {
                throw trouble.noToken(answer, login);
            }
            return token(answer);
        }
    }

    private Answer exchange(URI realm, Map<String, String> query, Login.Refresh refresh) throws IOException {
        query.put("grant_type", "refresh_token");
        query.put("client_id", "schemalatch");
        query.put("refresh_token", refresh.token().reveal());
        return courier.sendSecret(new Wire.Ask("POST", realm, Map.of(), Optional.empty(), Optional.of(encoded(query))));
    }

    private String token(Answer answer) throws IOException {
        var body = answer.body(LONGEST).orElseThrow(() -> trouble.strange("sent a token longer than any"));
        var json = json(body);
        var token = json.path("token").asText(json.path("access_token").asText(""));
        if (token.isEmpty() || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw trouble.strange("answered the request for a token with none");
        }
        return token;
    }

    private JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            throw trouble.strange("answered the request for a token with none");
        }
    }

    private static Wire.Ask ask(URI realm, Map<String, String> query) {
        var joined = realm.getRawQuery() == null ? encoded(query) : realm.getRawQuery() + "&" + encoded(query);
        var text = realm.toString();
        var mark = text.indexOf('?');
        return Wire.Ask.of("GET", URI.create((mark < 0 ? text : text.substring(0, mark)) + "?" + joined), Map.of());
    }

    // who names the place that credentials go to is the registry that they are for; in the clear they go only where it
    // is itself
    private URI realm(Challenge challenge) {
        var text = challenge.parameter("realm").orElse("");
        try {
            var realm = new URI(text);
            var scheme = Optional.ofNullable(realm.getScheme()).orElse("");
            if (realm.getHost() != null && realm.getUserInfo() == null && realm.getFragment() == null) {
                if (scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http") && endpoint.plain()) {
                    return realm;
                }
                if (scheme.equalsIgnoreCase("http")) {
                    throw trouble.plainRealm();
                }
            }
        } catch (URISyntaxException broken) {
            throw trouble.strange("names no usable place for tokens");
        }
        throw trouble.strange("names no usable place for tokens");
    }

    private static String encoded(Map<String, String> query) {
        return query.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
