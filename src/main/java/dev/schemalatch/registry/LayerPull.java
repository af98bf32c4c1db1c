package dev.schemalatch.registry;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;

/** Brings one layer onto the disk, no longer than its manifest says, and only if it is what its digest says. */
record LayerPull(Dialogue dialogue, Descriptor layer) {

    void into(Cache.Draft draft) {
        dialogue.blob(layer.digest(), answer -> {
            try (var out = new BufferedOutputStream(Files.newOutputStream(draft.file()))) {
                copy(answer.body(), out, draft);
            }
            return draft;
        });
    }

    private void copy(InputStream body, OutputStream out, Cache.Draft draft) throws IOException {
        var hash = layer.digest().hash();
        var buffer = new byte[1 << 16];
        var total = 0L;
        for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            total += read;
            if (total > layer.size()) {
                throw dialogue.trouble().corrupt(layer.digest());
            }
            hash.update(buffer, 0, read);
            draft.append(out, buffer, read);
        }
        if (total != layer.size() || !layer.digest().is(hash.digest())) {
            throw dialogue.trouble().corrupt(layer.digest());
        }
    }
}
