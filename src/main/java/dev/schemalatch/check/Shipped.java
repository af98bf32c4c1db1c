package dev.schemalatch.check;

import dev.schemalatch.source.Origin;
import dev.schemalatch.source.Source;
import dev.schemalatch.tool.Migration;
import dev.schemalatch.tool.MigrationTool;
import dev.schemalatch.tool.Tools;
import java.util.List;
import java.util.Optional;

/** The migrations as the files have them, and the tool they are of. */
record Shipped(Origin origin, MigrationTool tool, List<Migration> migrations) {

    /**
     * @param said the tool's name, where the layout does not decide
     * @throws dev.schemalatch.failure.FailedException where the source cannot be read, or holds nothing that is understood
     */
    static Shipped read(Source source, Optional<String> said) {
        var bundle = source.read();
        var tool = said.map(Tools::named).orElseGet(() -> Tools.recognize(bundle));
        return new Shipped(bundle.origin(), tool, tool.migrations(bundle));
    }

    CheckReport.Files files() {
        return new CheckReport.Files(origin, tool.name(), migrations.size());
    }
}
