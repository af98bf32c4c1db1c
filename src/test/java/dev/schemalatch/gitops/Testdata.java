package dev.schemalatch.gitops;

import com.fasterxml.jackson.core.type.TypeReference;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The resources on which health checks are tried, as Argo CD's repository wants them kept. */
public final class Testdata {

    static final Path CUSTOMIZATION =
            Path.of("deploy/gitops/argocd/resource_customizations/schemalatch.dev/MigrationDriftCheck");

    public static final Path FOLDER = CUSTOMIZATION.resolve("testdata");

    private static final TypeReference<Map<String, Object>> RESOURCE = new TypeReference<>() {};

    private Testdata() {}

    /** Every resource by its file's name. */
    public static SortedMap<String, Map<String, Object>> all() {
        var resources = new TreeMap<String, Map<String, Object>>();
        try (var files = Files.list(FOLDER)) {
            files.forEach(file -> resources.put(file.getFileName().toString().replace(".yaml", ""), read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return resources;
    }

    static Map<String, Object> read(Path file) {
        return Serialization.unmarshal(text(file), RESOURCE);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
