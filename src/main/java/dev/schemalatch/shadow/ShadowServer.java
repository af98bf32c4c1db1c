package dev.schemalatch.shadow;

import dev.schemalatch.sql.ServerVersion;
import java.util.function.Function;

/** A server on which scratch databases may be made. */
public interface ShadowServer {

    ServerVersion version();

    /** For messages and the status: {@code embedded 16.15}, {@code Secret shadow-db}. */
    String description();

    /**
     * Makes a fresh database, hands it to the work, and drops it whatever happens, also when the work does not return in
     * time.
     *
     * @throws dev.schemalatch.failure.FailedException {@code ShadowUnavailable} where no database could be made, {@code
     *     ShadowUnsupported} where rights are lacking (CREATEDB), and what the work throws
     */
    <T> T scratch(Preparation preparation, Function<Scratch, T> work);
}
