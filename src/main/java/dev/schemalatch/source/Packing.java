package dev.schemalatch.source;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The content of a ConfigMap that holds a migrations folder: plain keys, {@code <name>__migration.sql}, as long as they fit and
 * lose nothing, else one archive. {@link ConfigMapSource} reads the same migrations from it, byte for byte.
 *
 * @param name the ConfigMap's
 * @param data text keys
 * @param binaryData binary keys, not encoded
 * @param notes what whoever applies it should know, a sentence each
 */
public record Packing(
        String name, SortedMap<String, String> data, SortedMap<String, byte[]> binaryData, List<String> notes) {

    /** The API server refuses 1 MiB of values; the rest is for names, labels and annotations. In bytes. */
    static final int MOST = 1_000_000;

    static final String ARCHIVE = "migrations.tgz";

    private static final int HASH = 10;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-.a-z0-9]*[a-z0-9])?");

    public Packing {
        data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
        binaryData = Collections.unmodifiableSortedMap(new TreeMap<>(binaryData));
        notes = List.copyOf(notes);
    }

    /**
     * Packs a folder.
     *
     * @param name the ConfigMap's
     * @param hashed whether the name ends in a hash of the content, as an immutable ConfigMap's should
     * @throws FailedException {@code MigrationsTooLarge} where not even an archive fits, {@code SpecInvalid} where the name is
     *     none for a ConfigMap
     */
    public static Packing of(Bundle bundle, String name, boolean hashed) {
        var full = hashed ? name + "-" + hash(bundle) : name;
        if (full.length() > 253 || !NAME.matcher(full).matches() || full.matches(".*(\\.[-.]|-\\.).*")) {
            throw FailedException.of(
                    Reason.SpecInvalid,
                    "The name " + Shown.name(full)
                            + " is none for a ConfigMap. Use lower-case letters, digits and hyphens, "
                            + (hashed ? 252 - HASH : 253) + " at most.");
        }
        var keys = new PlainKeys(bundle);
        var obstacle = keys.obstacle();
        var packing = obstacle.isEmpty() ? keys.packing(full) : archived(bundle, full, obstacle.get());
        if (packing.size() > MOST && obstacle.isEmpty()) {
            packing = archived(bundle, full, Shown.bytes(bundle.size()) + " of files do not fit in as plain keys");
        }
        if (packing.size() > MOST) {
            throw FailedException.of(
                    Reason.MigrationsTooLarge,
                    bundle.origin() + " is " + Shown.bytes(packing.size()) + " even packed; a ConfigMap holds "
                            + Shown.bytes(MOST)
                            + ". Ship the migrations in the application's image (spec.migrations.image), or"
                            + " split them over several ConfigMaps (spec.migrations.configMaps).");
        }
        return packing.withNoteOnApplying();
    }

    private static Packing archived(Bundle bundle, String name, String why) {
        var binary = new TreeMap<String, byte[]>();
        binary.put(ARCHIVE, TarGzipWriter.pack(bundle));
        return new Packing(name, new TreeMap<>(), binary, List.of("Packed as one archive: " + why + "."));
    }

    /** Bytes of all keys and values, as the API server counts them. */
    public long size() {
        return data.entrySet().stream()
                        .mapToLong(entry -> TextForm.bytes(entry.getKey()) + TextForm.bytes(entry.getValue()))
                        .sum()
                + binaryData.entrySet().stream()
                        .mapToLong(entry -> TextForm.bytes(entry.getKey()) + entry.getValue().length)
                        .sum();
    }

    private Packing withNoteOnApplying() {
        if (TextForm.fitsAnnotation(this)) {
            return this;
        }
        var more = new ArrayList<>(notes);
        more.add("Larger than the 256 KiB that kubectl apply and Argo CD keep in an annotation: use kubectl apply"
                + " --server-side, or Argo CD's sync option ServerSideApply=true.");
        return new Packing(name, data, binaryData, more);
    }

    private static String hash(Bundle bundle) {
        var digest = bundle.origin().digest();
        return digest.substring(digest.indexOf(':') + 1).substring(0, HASH);
    }

    /** The key of the archive, where there is one. */
    public Optional<String> archive() {
        return binaryData.containsKey(ARCHIVE) ? Optional.of(ARCHIVE) : Optional.empty();
    }
}
