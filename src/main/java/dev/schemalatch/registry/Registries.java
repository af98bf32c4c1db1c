package dev.schemalatch.registry;

import dev.schemalatch.connection.AddressPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What an installation says about registries.
 *
 * @param allowed which are read: {@code registry.example}, {@code registry.example/team/*}; empty for all
 * @param mirrors for a registry the places that are asked before it: {@code mirror.example}, {@code mirror.example/docker-hub}
 * @param plainHttp hosts, with their ports, that are spoken to without TLS
 * @param certificates PEM of authorities that are trusted beside Java's own; by registry, {@code *} for all
 * @param addresses which addresses may be connected to
 * @param cache the folder that keeps layers
 * @param cacheBytes how large it may become
 */
public record Registries(
        List<String> allowed,
        Map<String, List<String>> mirrors,
        Set<String> plainHttp,
        Map<String, List<byte[]>> certificates,
        AddressPolicy addresses,
        PullLimits limits,
        Path cache,
        long cacheBytes) {

    private static final String ALL = "*";
    private static final long DEFAULT_CACHE = 1024L * 1024 * 1024;

    public Registries {
        allowed = List.copyOf(allowed);
        mirrors = Map.copyOf(mirrors);
        plainHttp = Set.copyOf(plainHttp);
        certificates = Map.copyOf(certificates);
    }

    /** All registries, over TLS alone, within the default limits. */
    public static Registries in(Path cache, AddressPolicy addresses) {
        return new Registries(
                List.of(), Map.of(), Set.of(), Map.of(), addresses, PullLimits.DEFAULT, cache, DEFAULT_CACHE);
    }

    public Registries withAllowed(List<String> globs) {
        return new Registries(globs, mirrors, plainHttp, certificates, addresses, limits, cache, cacheBytes);
    }

    /** Further places to ask before a registry, in this order. */
    public Registries withMirrors(String registry, List<String> places) {
        var more = new TreeMap<>(mirrors);
        more.merge(registry, List.copyOf(places), Registries::both);
        return new Registries(allowed, more, plainHttp, certificates, addresses, limits, cache, cacheBytes);
    }

    public Registries withPlainHttp(String host) {
        var more = new TreeSet<>(plainHttp);
        more.add(host);
        return new Registries(allowed, mirrors, more, certificates, addresses, limits, cache, cacheBytes);
    }

    /** Trusts further authorities for all registries. */
    public Registries withCertificates(byte[] pem) {
        return withCertificates(ALL, pem);
    }

    /** Trusts further authorities for one host with its port. */
    public Registries withCertificates(String registry, byte[] pem) {
        var more = new TreeMap<>(certificates);
        more.merge(registry, List.of(pem.clone()), Registries::both);
        return new Registries(allowed, mirrors, plainHttp, more, addresses, limits, cache, cacheBytes);
    }

    public Registries withLimits(PullLimits other) {
        return new Registries(allowed, mirrors, plainHttp, certificates, addresses, other, cache, cacheBytes);
    }

    public Registries withCacheBytes(long bytes) {
        return new Registries(allowed, mirrors, plainHttp, certificates, addresses, limits, cache, bytes);
    }

    boolean allows(ImageReference image) {
        return allowed.isEmpty() || allowed.stream().anyMatch(glob -> new Glob(glob).matches(image));
    }

    /** PEM of the authorities that are trusted for a host with its port beside Java's own. */
    List<byte[]> certificatesOf(String host) {
        return both(certificates.getOrDefault(ALL, List.of()), certificates.getOrDefault(host, List.of()));
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
