package dev.schemalatch.postgres;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Runs a query and takes its rows out of the driver's hands. */
final class Rows {

    private Rows() {}

    static List<Row> of(Connection connection, Query query) throws SQLException {
        try (var statement = connection.prepareStatement(query.text())) {
            var position = 1;
            for (var parameter : query.parameters()) {
                statement.setString(position++, parameter);
            }
            try (var result = statement.executeQuery()) {
                return read(result);
            }
        }
    }

    private static List<Row> read(ResultSet result) throws SQLException {
        var columns = result.getMetaData();
        var rows = new ArrayList<Row>();
        while (result.next()) {
            var values = new LinkedHashMap<String, String>();
            for (var column = 1; column <= columns.getColumnCount(); column++) {
                var value = result.getString(column);
                if (value != null) {
                    values.put(columns.getColumnLabel(column), value);
                }
            }
            rows.add(new Row(values));
        }
        return rows;
    }
}
