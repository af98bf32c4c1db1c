package dev.schemalatch.testing;

import dev.schemalatch.postgres.Session;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import dev.schemalatch.sql.ServerVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.Collectors;

/**
 * One reading of catalogs that are read again and again on one connection. On a small database most of the time goes into
 * planning and going to and fro: what was asked before is prepared, and asked for all at once.
 */
final class PreparedSession implements Session {

    private static final Map<Connection, Map<String, String>> NAMES = new WeakHashMap<>();

    private final Connection connection;
    private final ServerVersion version;
    private final Map<String, String> names;
    private final Map<String, List<Row>> answers = new HashMap<>();

    PreparedSession(Connection connection, ServerVersion version) {
        this.connection = connection;
        this.version = version;
        synchronized (NAMES) {
            names = NAMES.computeIfAbsent(connection, key -> new LinkedHashMap<>());
        }
    }

    @Override
    public ServerVersion version() {
        return version;
    }

    @Override
    public List<Row> rows(Query query) {
        try (var statement = connection.createStatement()) {
            if (!names.containsKey(query.text())) {
                var name = "reading_" + names.size();
                statement.execute("PREPARE " + name + " AS " + query.text());
                names.put(query.text(), name);
                answers.put(query.text(), read(statement.executeQuery("EXECUTE " + name)));
            } else if (!answers.containsKey(query.text())) {
                askAll(statement);
            }
            return answers.getOrDefault(query.text(), List.of());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void askAll(Statement statement) throws SQLException {
        statement.execute(names.values().stream().map("EXECUTE "::concat).collect(Collectors.joining("; ")));
        for (var text : names.keySet()) {
            answers.put(text, read(statement.getResultSet()));
            statement.getMoreResults();
        }
    }

    private static List<Row> read(ResultSet result) throws SQLException {
        var rows = new ArrayList<Row>();
        var columns = result.getMetaData();
        while (result.next()) {
            var values = new LinkedHashMap<String, String>();
            for (var i = 1; i <= columns.getColumnCount(); i++) {
                var value = result.getString(i);
                if (value != null) {
                    values.put(columns.getColumnLabel(i), value);
                }
            }
            rows.add(new Row(values));
        }
        return rows;
    }
}
