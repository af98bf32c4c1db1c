package dev.schemalatch.api.v1alpha1;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** Compares a database with the migrations an application ships, again and again. */
@Group("schemalatch.dev")
@Version("v1alpha1")
@Kind("MigrationDriftCheck")
@ShortNames("mdc")
@AdditionalPrinterColumn(name = "Verdict", jsonPath = ".status.verdict")
@AdditionalPrinterColumn(
        name = "Applied",
        jsonPath = ".status.migrations.applied",
        type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
        name = "Pending",
        jsonPath = ".status.migrations.pendingCount",
        type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "Drift", jsonPath = ".status.drift.total", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "Rollout", jsonPath = ".status.rollout")
@AdditionalPrinterColumn(
        name = "Last Check",
        jsonPath = ".status.lastCheckTime",
        type = AdditionalPrinterColumn.Type.DATE)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
@AdditionalPrinterColumn(name = "Tool", jsonPath = ".status.migrations.tool", priority = 1)
@AdditionalPrinterColumn(name = "Source", jsonPath = ".status.migrations.source.name", priority = 1)
@AdditionalPrinterColumn(name = "Fingerprint", jsonPath = ".status.drift.fingerprint", priority = 1)
public class MigrationDriftCheck extends CustomResource<MigrationDriftCheckSpec, MigrationDriftCheckStatus>
        implements Namespaced {

    private static final long serialVersionUID = 1L;

    /** Annotation whose every new value asks for a check at once. */
    public static final String CHECK_NOW = "schemalatch.dev/check-now";

    /** Label by which a ConfigMap asks to be watched: its change is checked at once. */
    public static final String WATCH_LABEL = "schemalatch.dev/watch";

    @Override
    protected @Nullable MigrationDriftCheckSpec initSpec() {
        return null;
    }

    @Override
    protected @Nullable MigrationDriftCheckStatus initStatus() {
        return null;
    }
}
