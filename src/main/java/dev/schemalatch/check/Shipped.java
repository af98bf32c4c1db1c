package dev.schemalatch.check;

import dev.schemalatch.source.Origin;
import dev.schemalatch.tool.Migration;
import dev.schemalatch.tool.MigrationTool;
import dev.schemalatch.tool.Tools;
import java.util.List;

/** The migrations as the files have them, and the tool they are of. */
record Shipped(Origin origin, MigrationTool tool, List<Migration> migrations) {

    static Shipped read(CheckRequest request) {
        var bundle = request.migrations().read();
        var tool = request.tool().map(Tools::named).orElseGet(() -> Tools.recognize(bundle));
        return new Shipped(bundle.origin(), tool, tool.migrations(bundle));
    }

    CheckReport.Files files() {
        return new CheckReport.Files(origin, tool.name(), migrations.size());
    }
}
