package dev.schemalatch.cli;

import dev.schemalatch.operator.OperatorApplication;
import io.quarkus.runtime.Quarkus;
import picocli.CommandLine.Command;

/** {@code schemalatch operator}: the only command that starts Quarkus. */
@Command(
        name = "operator",
        description = "Runs the operator: in a cluster, or beside one with a kubeconfig. Ends with the process.",
        footerHeading = "%nExample:%n",
        footer = "  KUBECONFIG=~/.kube/config schemalatch operator")
final class OperatorCommand implements Runnable {

    /** Quarkus ends the process itself, with the exit status that the operator gives. */
    @Override
    public void run() {
        Quarkus.run(OperatorApplication.class);
    }
}
