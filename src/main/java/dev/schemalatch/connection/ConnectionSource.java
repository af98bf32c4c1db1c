package dev.schemalatch.connection;

/** Where connection settings come from: they may be there already, or be made when they are first asked for. */
public interface ConnectionSource {

    /** What messages name: {@code Secret orders-db}. Known before the settings are. */
    String origin();

    /**
     * The settings.
     *
     * @throws dev.schemalatch.failure.FailedException where they cannot be had
     */
    ConnectionSettings settings();
}
