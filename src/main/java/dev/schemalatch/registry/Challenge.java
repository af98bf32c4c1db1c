package dev.schemalatch.registry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How a server wants to be told who asks.
 *
 * @param scheme {@code basic} or {@code bearer}
 * @see <a href="https://distribution.github.io/distribution/spec/auth/token/">Token authentication</a>
 */
record Challenge(String scheme, Map<String, String> parameters) {

    private static final Pattern FORM = Pattern.compile("(?i)\\s*(basic|bearer)(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern PARAMETER =
            Pattern.compile("([\\w-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s,\"]+))");

    /** Of several that a server offers the one that is used: a token, where it gives tokens. */
    static Optional<Challenge> of(List<String> headers) {
        var all = headers.stream().flatMap(header -> parse(header).stream()).toList();
        return all.stream()
                .filter(one -> one.scheme().equals("bearer"))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private static Optional<Challenge> parse(String header) {
        var form = FORM.matcher(header);
        if (!form.matches()) {
            return Optional.empty();
        }
        var parameters = new TreeMap<String, String>();
        var parameter = PARAMETER.matcher(Optional.ofNullable(form.group(2)).orElse(""));
        while (parameter.find()) {
            var value = Optional.ofNullable(parameter.group(2))
                    .map(quoted -> quoted.replaceAll("\\\\(.)", "$1"))
                    .orElseGet(() -> parameter.group(3));
            parameters.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), value);
        }
        return Optional.of(new Challenge(form.group(1).toLowerCase(Locale.ROOT), parameters));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }
}
