package dev.schemalatch.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A committed page that is generated, in whole or in part. {@code -Dgolden.write=true} writes it anew. */
public record Page(Path path) {

    public String text() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the page holds, after writing what it should hold where that was asked for. */
    public String textAfterWriting(String expected) {
        if (Boolean.getBoolean("golden.write")) {
            try {
                Files.createDirectories(path.getParent());
                Files.writeString(path, expected);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return text();
    }
}
