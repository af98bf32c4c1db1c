package dev.schemalatch.operator;

import io.javaoperatorsdk.operator.Operator;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Whether the operator has seen its resources once. What users' databases do is no matter of its health. */
@Startup
@Singleton
final class Started implements HealthCheck {

    private final Operator operator;

    @Inject
    Started(Operator operator) {
        this.operator = operator;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("operator started")
                .status(operator.getRuntimeInfo().isStarted())
                .build();
    }
}
