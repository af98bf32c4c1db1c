package dev.schemalatch.postgres;

import java.sql.SQLWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Field;
import org.postgresql.core.Query;
import org.postgresql.core.ResultCursor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.Tuple;

/** Counts the statements that end, and keeps neither rows nor notices: a loop of notices must not fill the memory. */
final class Progress extends ResultHandlerBase {

    private int completed;

    int completed() {
        return completed;
    }

    @Override
    public void handleCommandStatus(String status, long updateCount, long insertOid) {
        completed++;
    }

    @Override
    public void handleResultRows(Query query, Field[] fields, List<Tuple> rows, @Nullable ResultCursor cursor) {
        // A result's rows are followed by its command status only where there are none.
        completed++;
    }

    @Override
    public void handleWarning(SQLWarning warning) {
        // Dropped on purpose.
    }
}
