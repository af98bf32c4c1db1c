package dev.schemalatch.operator;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.javaoperatorsdk.operator.processing.event.source.filter.OnUpdateFilter;

/** Which changes of Deployments are looked at: what people change of one that asks, or asked before. */
public final class GatedOnUpdate implements OnUpdateFilter<Deployment> {

    @Override
    public boolean accept(Deployment updated, Deployment before) {
        return (GatedOnAdd.concerns(updated) || GatedOnAdd.concerns(before))
                && GatedWorkloads.asksAnew(updated, before);
    }
}
