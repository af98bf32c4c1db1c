package dev.schemalatch.source;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Several places that hold one migrations folder together, such as ConfigMaps too small for it alone. */
public record MergedSource(List<? extends Source> parts, Limits limits) implements Source {

    public MergedSource {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("nothing to merge");
        }
    }

    public MergedSource(List<? extends Source> parts) {
        this(parts, Limits.DEFAULT);
    }

    @Override
    public Bundle read() {
        var first = parts.get(0).read();
        if (parts.size() == 1) {
            return first;
        }
        var origins = new ArrayList<Origin>();
        var holders = new TreeMap<String, Origin>();
        var tree = new FileTree(first.origin() + " and the others", limits, Reason.MigrationsTooLarge);
        add(first, holders, tree);
        origins.add(first.origin());
        // one after the other: together they may be more than is read
        for (var part : parts.subList(1, parts.size())) {
            var bundle = part.read();
            fit(first, bundle);
            add(bundle, holders, tree);
            origins.add(bundle.origin());
        }
        var names = origins.stream().map(Origin::name).collect(Collectors.joining(", "));
        return tree.bundle(first.origin().kind(), names, first.shape());
    }

    private static void fit(Bundle first, Bundle bundle) {
        if (bundle.shape() != first.shape()) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    first.origin() + " and " + bundle.origin()
                            + " do not fit together: one is an archive, the other holds plain keys. Use one form for all.");
        }
    }

    private static void add(Bundle bundle, SortedMap<String, Origin> holders, FileTree tree) {
        bundle.directories().forEach(tree::directory);
        bundle.files().forEach((path, content) -> {
            var other = holders.put(path, bundle.origin());
            if (other != null) {
                throw twice(path, other, bundle.origin());
            }
            tree.file(path, content);
        });
    }

    private static FailedException twice(String path, Origin one, Origin other) {
        return FailedException.of(
                Reason.DuplicateMigration,
                one.toString().equals(other.toString())
                        ? one + " is named twice. Name it once."
                        : one + " and " + other + " both hold " + Shown.name(path) + ". Keep it in one of them.");
    }
}
