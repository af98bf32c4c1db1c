package dev.schemalatch.operator;

import dev.schemalatch.gate.GatedTemplate;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.javaoperatorsdk.operator.processing.event.source.filter.OnAddFilter;

/** Which Deployments are looked at: those that ask before they start, and those that we have a hand on. */
public final class GatedOnAdd implements OnAddFilter<Deployment> {

    @Override
    public boolean accept(Deployment deployment) {
        return concerns(deployment);
    }

    static boolean concerns(Deployment deployment) {
        return GatedTemplate.of(deployment.getSpec().getTemplate()).isPresent() || DeploymentHand.isPaused(deployment);
    }
}
