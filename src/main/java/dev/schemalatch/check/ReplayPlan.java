package dev.schemalatch.check;

import dev.schemalatch.shadow.Preparation;
import dev.schemalatch.tool.Migration;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * What to replay: first what the history says is applied, then the rest up to the head, both in the tool's order.
 *
 * @param server the shadow server's description, version included
 * @param outdated names among the applied ones whose content is not what was run
 * @param failed names among the rest that the history says began and did not finish
 */
record ReplayPlan(
        String server,
        Preparation preparation,
        List<Migration> applied,
        Set<String> outdated,
        List<Migration> rest,
        Set<String> failed) {

    /** Only files that are there in full. */
    static ReplayPlan of(String server, Preparation preparation, List<Migration> migrations) {
        return new ReplayPlan(server, preparation, migrations, Set.of(), List.of(), Set.of());
    }

    /** Same content, same key: what makes a cached replay the answer to this plan. */
    String key() {
        var digest = sha256();
        feed(digest, server, preparation.schema());
        preparation.roles().forEach(role -> feed(digest, role));
        preparation.setup().forEach(statement -> feed(digest, statement));
        preparation.path().forEach(schema -> feed(digest, schema));
        feed(digest, "applied");
        applied.forEach(
                migration -> feed(digest, migration, outdated.contains(migration.name()) ? "outdated" : "as it was"));
        feed(digest, "rest");
        rest.forEach(migration -> feed(digest, migration, failed.contains(migration.name()) ? "failed" : "pending"));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void feed(MessageDigest digest, Migration migration, String state) {
        feed(digest, migration.name(), state);
        migration.script().ifPresent(script -> {
            feed(
                    digest,
                    script.mode().name(),
                    script.session().name(),
                    Integer.toString(script.parts().size()));
            script.parts().forEach(part -> feed(digest, part.sql()));
        });
    }

    private static void feed(MessageDigest digest, String... parts) {
        for (var part : parts) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
