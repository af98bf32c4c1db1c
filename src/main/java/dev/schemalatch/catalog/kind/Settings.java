package dev.schemalatch.catalog.kind;

/** Settings of functions, roles and databases. */
final class Settings {

    private Settings() {}

    /**
     * SQL for a setting's value as SET wants it. PostgreSQL keeps some settings as lists of names that are quoted already
     * (its {@code GUC_LIST_QUOTE}); of those an empty name cannot be a name.
     *
     * @param name an expression
     * @param value an expression
     */
    static String value(String name, String value) {
        return """
                CASE WHEN lower(%s) IN ('local_preload_libraries', 'search_path', 'session_preload_libraries',
                                        'shared_preload_libraries', 'temp_tablespaces', 'unix_socket_directories')
                     THEN regexp_replace(%s, '(^|, )""(?=, |$)', '\\1''''', 'g')
                     ELSE pg_catalog.quote_literal(%2$s) END""".formatted(name, value);
    }
}
