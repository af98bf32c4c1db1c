package dev.schemalatch.postgres;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;

/** One open transaction on a database. Failures come as {@link dev.schemalatch.failure.FailedException}. */
public interface Session {

    ServerVersion version();

    List<Row> rows(Query query);
}
