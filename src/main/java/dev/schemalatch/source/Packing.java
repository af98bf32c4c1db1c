package dev.schemalatch.source;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A migrations folder as ConfigMaps. One where one is enough: of plain keys ({@code <name>__migration.sql}) as long as they fit
 * and lose nothing, else of an archive. Else several: of plain keys, or of an archive each where keys would lose something.
 * {@link MergedSource} reads the same migrations from them, byte for byte. Each holds files that follow one another, so that a
 * migration more changes only the last.
 *
 * @param notes what whoever applies it should know, a sentence each
 */
public record Packing(List<PackedConfigMap> configMaps, List<String> notes) {

    /** ConfigMaps that {@code spec.migrations.configMaps} can name. */
    public static final int MOST_CONFIG_MAPS = 32;

    private static final int HASH = 10;
    private static final int LONGEST = 253;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-.a-z0-9]*[a-z0-9])?");
    private static final String WAY_OUT = " Name the image that ships the migrations instead: spec.migrations.image,"
            + " or spec.migrations.workload.";

    public Packing {
        configMaps = List.copyOf(configMaps);
        notes = List.copyOf(notes);
    }

    /**
     * Packs a folder.
     *
     * @param name the ConfigMap's, or the beginning of all names
     * @param hashed whether names end in a hash of the content, as those of immutable ConfigMaps should
     * @param kept whether what is read of plain keys is the same to whoever wrote the folder
     * @throws FailedException {@code MigrationsTooLarge} where it fits in no form, {@code SpecInvalid} where the name is none
     *     for a ConfigMap
     */
    public static Packing of(Bundle bundle, String name, boolean hashed, Predicate<Bundle> kept) {
        var keys = new PlainKeys(bundle);
        var obstacle = keys.obstacle()
                .or(() -> kept.test(keys.read()) ? Optional.empty() : Optional.of("keys would be other migrations"));
        if (obstacle.isEmpty() && keys.packed(bundle).fits()) {
            return named(List.of(bundle), keys::packed, name, hashed, List.of());
        }
        var why = obstacle.orElseGet(() -> Shown.bytes(bundle.size()) + " of files do not fit in as plain keys");
        if (archived(bundle).fits()) {
            return named(
                    List.of(bundle), Packing::archived, name, hashed, List.of("Packed as one archive: " + why + "."));
        }
        var lost = obstacle.or(keys::tooLarge);
        var parts = lost.isEmpty() ? Parts.ofKeys(bundle, keys) : Parts.ofArchives(bundle);
        var form = lost.map(reason -> "of an archive each: " + reason).orElse("of plain keys, since one is too small");
        return named(
                parts,
                lost.isEmpty() ? keys::packed : Packing::archived,
                name,
                hashed,
                List.of("Packed as %d ConfigMaps %s. The check has to name all of them."
                        .formatted(parts.size(), form)));
    }

    private static PackedConfigMap archived(Bundle bundle) {
        return PackedConfigMap.archive(TarGzipWriter.pack(bundle));
    }

    private static Packing named(
            List<Bundle> parts,
            Function<Bundle, PackedConfigMap> form,
            String name,
            boolean hashed,
            List<String> notes) {
        if (parts.size() > MOST_CONFIG_MAPS) {
            throw FailedException.of(
                    Reason.MigrationsTooLarge,
                    "The files take %d ConfigMaps; a check can name %d.%s"
                            .formatted(parts.size(), MOST_CONFIG_MAPS, WAY_OUT));
        }
        var configMaps = IntStream.range(0, parts.size())
                .mapToObj(part -> form.apply(parts.get(part)).named(name(parts, part, name, hashed)))
                .toList();
        configMaps.stream().filter(one -> !one.fits()).findFirst().ifPresent(one -> {
            var file = parts.get(configMaps.indexOf(one)).files().firstKey();
            throw FailedException.of(
                    Reason.MigrationsTooLarge,
                    "%s is %s even packed; a ConfigMap holds %s.%s"
                            .formatted(
                                    Shown.name(file),
                                    Shown.bytes(one.size()),
                                    Shown.bytes(PackedConfigMap.MOST),
                                    WAY_OUT));
        });
        return new Packing(configMaps, withNoteOnApplying(configMaps, notes));
    }

    private static String name(List<Bundle> parts, int part, String name, boolean hashed) {
        var several = parts.size() == 1 ? "" : "-%dof%d".formatted(part + 1, parts.size());
        var full = name + (hashed ? "-" + hash(parts.get(part)) : several);
        if (full.length() > LONGEST || !NAME.matcher(full).matches() || full.matches(".*(\\.[-.]|-\\.).*")) {
            throw FailedException.of(
                    Reason.SpecInvalid,
                    "The name " + Shown.name(full)
                            + " is none for a ConfigMap. Use lower-case letters, digits and hyphens, "
                            + (LONGEST - full.length() + name.length()) + " at most.");
        }
        return full;
    }

    private static String hash(Bundle bundle) {
        var digest = bundle.origin().digest();
        return digest.substring(digest.indexOf(':') + 1).substring(0, HASH);
    }

    private static List<String> withNoteOnApplying(List<PackedConfigMap> configMaps, List<String> notes) {
        if (configMaps.stream().allMatch(TextForm::fitsAnnotation)) {
            return notes;
        }
        var more = new ArrayList<>(notes);
        more.add("Larger than the 256 KiB that kubectl apply and Argo CD keep in an annotation: use kubectl apply"
                + " --server-side, or Argo CD's sync option ServerSideApply=true.");
        return more;
    }

    /** The names, in the order of the files. */
    public List<String> names() {
        return configMaps.stream().map(PackedConfigMap::name).toList();
    }
}
