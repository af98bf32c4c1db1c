package dev.schemalatch.api.v1alpha1;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/**
 * What may start in a namespace: the parameter of the chart's admission policy. There is one in a namespace, named
 * {@value #NAME}; only the operator writes it, and all of it is status, so that no right on the resource itself opens anything.
 */
@Group("schemalatch.dev")
@Version("v1alpha1")
@Kind("RolloutGate")
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
public class RolloutGate extends CustomResource<Void, RolloutGateStatus> implements Namespaced {

    private static final long serialVersionUID = 1L;

    /** The name that the policy asks for. */
    public static final String NAME = "schemalatch";

    @Override
    protected @Nullable RolloutGateStatus initStatus() {
        return null;
    }
}
