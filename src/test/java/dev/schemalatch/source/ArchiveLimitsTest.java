package dev.schemalatch.source;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.failure.Reason;
import java.io.ByteArrayOutputStream;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchiveLimitsTest {

    private static final Limits SMALL = new Limits(6, 1000, 2500, 200);

    static Stream<Function<PackedFiles, byte[]>> packers() {
        return Stream.of(PackedFiles::tgz, PackedFiles::zip);
    }

    @ParameterizedTest
    @MethodSource("packers")
    void aFileMayBeAsLargeAsTheLimitAndNoLarger(Function<PackedFiles, byte[]> packer) {
        assertThat(read(packer.apply(new PackedFiles().file("a", new byte[1000])), SMALL)
                        .size())
                .isEqualTo(1000);
        refused(packer.apply(new PackedFiles().file("a", new byte[1001])), SMALL);
    }

    @ParameterizedTest
    @MethodSource("packers")
    void allFilesTogetherHaveALimit(Function<PackedFiles, byte[]> packer) {
        var packed = new PackedFiles()
                .file("a", new byte[1000])
                .file("b", new byte[1000])
                .file("c", new byte[501]);

        refused(packer.apply(packed), SMALL);
    }

    @ParameterizedTest
    @MethodSource("packers")
    void filesAndFoldersAreCounted(Function<PackedFiles, byte[]> packer) {
        assertThat(read(packer.apply(PackedFiles.of("a/1", "b/2", "c/3")), SMALL)
                        .files())
                .hasSize(3);
        refused(packer.apply(PackedFiles.of("a/1", "b/2", "c/3", "d/4")), SMALL);
    }

    @ParameterizedTest
    @MethodSource("packers")
    void aBombIsStoppedLongBeforeItIsUnpacked(Function<PackedFiles, byte[]> packer) {
        var bomb = new PackedFiles();
        for (var i = 0; i < 5; i++) {
            bomb.file("a" + i, new byte[10 * 1024 * 1024]);
        }
        var packed = packer.apply(bomb);
        assertThat(packed.length).isLessThan(100 * 1024);

        assertFails(Reason.ArchiveRefused, () -> read(packed, Limits.DEFAULT)).contains("unpacks to more than");
    }

    @Test
    void whatLiesBehindTheLastFileOfATarIsBoundedToo() throws Exception {
        var tar = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(tar)) {
            gzip.write(new byte[20 * 1024 * 1024]);
        }

        assertFails(Reason.ArchiveRefused, () -> read(tar.toByteArray(), Limits.DEFAULT))
                .contains("unpacks to more than");
    }

    private static Bundle read(byte[] archive, Limits limits) {
        var binaryData = new TreeMap<String, byte[]>();
        binaryData.put("migrations", archive);
        return new ConfigMapSource("orders-migrations", new TreeMap<>(), binaryData, limits).read();
    }

    private static void refused(byte[] archive, Limits limits) {
        assertFails(Reason.ArchiveRefused, () -> read(archive, limits))
                .contains("ConfigMap orders-migrations, key migrations")
                .contains("nothing else");
    }
}
