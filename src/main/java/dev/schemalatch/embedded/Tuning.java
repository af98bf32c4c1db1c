package dev.schemalatch.embedded;

import dev.schemalatch.sql.ServerVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * Settings for servers whose data nobody will miss: little memory, nothing flushed, nothing logged that a session could
 * flood. Given on the command line, so that no session can change them.
 */
final class Tuning {

    private static final List<String> SETTINGS = List.of(
            "fsync=off",
            "full_page_writes=off",
            "synchronous_commit=off",
            "autovacuum=off",
            "wal_level=minimal",
            "max_wal_senders=0",
            "min_wal_size=8MB",
            "max_wal_size=64MB",
            "shared_buffers=16MB",
            "max_connections=50",
            "max_locks_per_transaction=256",
            "max_parallel_workers=0",
            "max_parallel_workers_per_gather=0",
            "jit=off",
            "temp_file_limit=1GB",
            "timezone=UTC",
            "log_timezone=UTC",
            "lc_messages=C",
            "logging_collector=off",
            "log_checkpoints=off",
            "log_min_messages=fatal",
            "log_min_error_statement=panic",
            "cluster_name=schemalatch");

    private Tuning() {}

    static List<String> of(ServerVersion version) {
        var settings = new ArrayList<>(SETTINGS);
        if (version.atLeast(18)) {
            settings.add("io_method=sync");
        }
        return settings;
    }
}
