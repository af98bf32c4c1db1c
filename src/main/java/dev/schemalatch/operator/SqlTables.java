package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.SqlSpec;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.tool.DescribedTable;
import dev.schemalatch.tool.FilePattern;
import dev.schemalatch.tool.HistoryTable;
import dev.schemalatch.tool.SqlChecksum;
import java.util.Optional;

/** {@code spec.migrations.sql} as a described table. */
final class SqlTables {

    private SqlTables() {}

    /** @throws FailedException {@code SpecInvalid} where its pattern cannot be used */
    static DescribedTable of(SqlSpec spec) {
        return DescribedTable.of(
                        new HistoryTable(spec.table().schema(), spec.table().name()), spec.nameColumn())
                .at(Optional.ofNullable(spec.atColumn()))
                .checksum(
                        Optional.ofNullable(spec.checksumColumn()),
                        Optional.ofNullable(spec.algorithm()).map(one -> SqlChecksum.valueOf(one.name())))
                .success(Optional.ofNullable(spec.successColumn()))
                .files(
                        Optional.ofNullable(spec.file()).map(FilePattern::of),
                        Optional.ofNullable(spec.order())
                                .map(order -> DescribedTable.Order.valueOf(order.name()))
                                .orElse(DescribedTable.Order.Version))
                .sent(Optional.ofNullable(spec.sending())
                        .map(sending -> DescribedTable.Sending.valueOf(sending.name()))
                        .orElse(DescribedTable.Sending.Statements));
    }
}
