package dev.schemalatch.postgres;

import java.util.Map;
import java.util.Optional;

/**
 * Conditions by SQLSTATE, as PostgreSQL's appendix A names them. A function may raise any five letters it likes, so that of
 * others no more than a class is told.
 */
final class Conditions {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("08P01", "protocol_violation"),
            Map.entry("0A000", "feature_not_supported"),
            Map.entry("21000", "cardinality_violation"),
            Map.entry("22003", "numeric_value_out_of_range"),
            Map.entry("22007", "invalid_datetime_format"),
            Map.entry("22008", "datetime_field_overflow"),
            Map.entry("2200H", "sequence_generator_limit_exceeded"),
            Map.entry("22012", "division_by_zero"),
            Map.entry("2201B", "invalid_regular_expression"),
            Map.entry("22023", "invalid_parameter_value"),
            Map.entry("22P02", "invalid_text_representation"),
            Map.entry("25001", "active_sql_transaction"),
            Map.entry("25006", "read_only_sql_transaction"),
            Map.entry("34000", "invalid_cursor_name"),
            Map.entry("3F000", "invalid_schema_name"),
            Map.entry("42501", "insufficient_privilege"),
            Map.entry("42601", "syntax_error"),
            Map.entry("42622", "name_too_long"),
            Map.entry("42702", "ambiguous_column"),
            Map.entry("42703", "undefined_column"),
            Map.entry("42704", "undefined_object"),
            Map.entry("42712", "duplicate_alias"),
            Map.entry("42725", "ambiguous_function"),
            Map.entry("42803", "grouping_error"),
            Map.entry("42804", "datatype_mismatch"),
            Map.entry("42809", "wrong_object_type"),
            Map.entry("42846", "cannot_coerce"),
            Map.entry("42883", "undefined_function"),
            Map.entry("42P01", "undefined_table"),
            Map.entry("42P02", "undefined_parameter"),
            Map.entry("42P08", "ambiguous_parameter"),
            Map.entry("42P10", "invalid_column_reference"),
            Map.entry("42P18", "indeterminate_datatype"),
            Map.entry("42P19", "invalid_recursion"),
            Map.entry("42P20", "windowing_error"),
            Map.entry("42P22", "indeterminate_collation"),
            Map.entry("53400", "configuration_limit_exceeded"),
            Map.entry("54001", "statement_too_complex"),
            Map.entry("55000", "object_not_in_prerequisite_state"),
            Map.entry("P0001", "raise_exception"));

    private static final Map<String, String> CLASSES = Map.of(
            "0A", "feature not supported",
            "22", "data exception",
            "25", "invalid transaction state",
            "42", "syntax error or access rule violation",
            "54", "program limit exceeded",
            "55", "object not in prerequisite state");

    private Conditions() {}

    static String describe(String state) {
        return Optional.ofNullable(NAMES.get(state))
                .map(name -> "SQLSTATE " + state + ", " + name)
                .or(() -> state.length() < 2
                        ? Optional.empty()
                        : Optional.ofNullable(CLASSES.get(state.substring(0, 2)))
                                .map(name -> "an SQLSTATE of class " + state.substring(0, 2) + ", " + name))
                .orElse("an SQLSTATE that is not told here");
    }
}
