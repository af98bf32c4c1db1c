package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.ShadowImageSpec.AmountsSpec;
import dev.schemalatch.api.v1alpha1.ShadowImageSpec.ResourcesSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.util.Optional;
import java.util.function.Function;

/** What a shadow pod may use: always bounded, and no request above its limit unless the user wrote it so. */
record Amounts(Quantity request, Quantity limit) {

    static ResourceRequirements of(Optional<ResourcesSpec> wish) {
        var cpu = amounts(wish, amounts -> Optional.ofNullable(amounts.cpu()), "100m", "1");
        var memory = amounts(wish, amounts -> Optional.ofNullable(amounts.memory()), "256Mi", "512Mi");
        return new ResourceRequirementsBuilder()
                .addToRequests("cpu", cpu.request())
                .addToRequests("memory", memory.request())
                .addToLimits("cpu", cpu.limit())
                .addToLimits("memory", memory.limit())
                .build();
    }

    private static Amounts amounts(
            Optional<ResourcesSpec> wish,
            Function<AmountsSpec, Optional<Quantity>> amount,
            String request,
            String limit) {
        var requested = wish.map(ResourcesSpec::requests).flatMap(amount);
        var limited = wish.map(ResourcesSpec::limits).flatMap(amount);
        return new Amounts(
                requested.or(() -> limited).orElseGet(() -> new Quantity(request)),
                limited.or(() -> requested).orElseGet(() -> new Quantity(limit)));
    }
}
