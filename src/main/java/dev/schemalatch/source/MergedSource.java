package dev.schemalatch.source;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Several places that hold one migrations folder together, such as ConfigMaps too small for it alone. */
public record MergedSource(List<? extends Source> parts) implements Source {

    public MergedSource {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("nothing to merge");
        }
    }

    @Override
    public Bundle read() {
        var bundles = parts.stream().map(Source::read).toList();
        var first = bundles.get(0);
        if (bundles.size() == 1) {
            return first;
        }
        var files = new TreeMap<String, byte[]>();
        var holders = new TreeMap<String, Origin>();
        var directories = new TreeSet<String>();
        for (var bundle : bundles) {
            if (bundle.shape() != first.shape()) {
                throw FailedException.of(
                        Reason.LayoutUnknown,
                        first.origin() + " and " + bundle.origin()
                                + " do not fit together: one is an archive, the other holds plain keys. Use one form for all.");
            }
            directories.addAll(bundle.directories());
            bundle.files().forEach((path, content) -> {
                var other = holders.put(path, bundle.origin());
                if (other != null) {
                    throw FailedException.of(
                            Reason.DuplicateMigration,
                            other + " and " + bundle.origin() + " both hold " + Shown.name(path)
                                    + ". Keep it in one of them.");
                }
                files.put(path, content);
            });
        }
        var names = bundles.stream().map(bundle -> bundle.origin().name()).collect(Collectors.joining(", "));
        var origin = new Origin(first.origin().kind(), names, ContentDigest.of(files, directories));
        return new Bundle(origin, first.shape(), files, directories);
    }
}
