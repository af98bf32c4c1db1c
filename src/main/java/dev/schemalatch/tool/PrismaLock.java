package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;

/**
 * The file by which Prisma notices that a project changed its database's kind; it then refuses to run (P3019).
 *
 * @param root the migrations folder, with a slash at its end or empty
 */
record PrismaLock(Bundle bundle, String root) {

    static final String FILE = "migration_lock.toml";

    /** @throws FailedException {@code ToolUnsupported} where the file is there and does not say PostgreSQL */
    void check() {
        if (!bundle.files().containsKey(root + FILE)) {
            return;
        }
        var provider = provider(bundle.text(root + FILE));
        if (!provider.equals("postgresql")) {
            throw FailedException.of(
                    Reason.ToolUnsupported,
                    bundle.origin() + ": " + root + FILE
                            + " names no provider postgresql, so Prisma refuses these migrations for"
                            + " PostgreSQL (P3019). The line must read: provider = \"postgresql\".");
        }
    }

    // Prisma does not parse the file either: the first line that begins so, without quotes around the rest
    private static String provider(String text) {
        return text.lines()
                .filter(line -> line.startsWith("provider"))
                .findFirst()
                .map(line -> line.replaceFirst("^(provider = )+", "").replaceAll("^\"+|\"+$", ""))
                .orElse("");
    }
}
