package dev.schemalatch.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.schemalatch.api.v1alpha1.DriftStatus;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells the story on a terminal of 100 columns. */
final class Narrator {

    private static final int WIDTH = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;
    private final InstantSource clock;
    private final List<CustomResourceColumnDefinition> columns;
    private int chapter;

    Narrator(PrintStream out, InstantSource clock, List<CustomResourceColumnDefinition> columns) {
        this.out = out;
        this.clock = clock;
        this.columns = List.copyOf(columns);
    }

    void chapter(String title) {
        var heading = "-- %d. %s ".formatted(++chapter, title);
        out.println();
        out.println(heading + "-".repeat(Math.max(0, WIDTH - heading.length())));
    }

    void say(String text) {
        Wrapped.lines("", text, WIDTH).forEach(out::println);
    }

    void command(String command) {
        out.println();
        out.println("$ " + command);
    }

    /** The check as {@code kubectl get} shows it. */
    void list(MigrationDriftCheck check) {
        command("kubectl get mdc");
        new Listing(columns, clock.instant()).of(tree(check)).forEach(out::println);
    }

    /** The check's status as {@code kubectl describe} shows it. */
    void describe(MigrationDriftCheck check) {
        command("kubectl describe mdc movies      # its status, long lists cut");
        Description.of("Status", withoutTimes(tree(check).path("status"))).forEach(out::println);
        out.println();
    }

    /** What the check makes of history and schema, and what it says is to be done. */
    void explain(MigrationDriftCheck check) {
        var status = check.getStatus();
        out.println();
        status.conditions().stream()
                .filter(condition -> condition.type().endsWith("InSync"))
                .forEach(condition -> line(condition.type(), condition.message()));
        causes(status.drift()).forEach((cause, number) -> line(cause, number + " of the differences"));
        for (var remedy : status.remedies()) {
            line("to do", remedy.action());
            Optional.ofNullable(remedy.command()).ifPresent(command -> line("", command));
        }
    }

    private static Map<String, Long> causes(@Nullable DriftStatus drift) {
        return Stream.ofNullable(drift)
                .flatMap(known -> known.items().stream())
                .collect(Collectors.groupingBy(
                        item -> String.valueOf(item.cause()), TreeMap::new, Collectors.counting()));
    }

    private void line(String label, String text) {
        Wrapped.lines("%-15s".formatted(label), text, WIDTH).forEach(out::println);
    }

    private static JsonNode tree(MigrationDriftCheck check) {
        return JSON.valueToTree(check);
    }

    /** Every condition has just changed, for the first time: when is of no interest here. */
    private static JsonNode withoutTimes(JsonNode status) {
        if (status instanceof ObjectNode object) {
            object.remove("lastAttempt");
        }
        for (var condition : status.path("conditions")) {
            if (condition instanceof ObjectNode object) {
                object.remove(List.of("lastTransitionTime", "observedGeneration"));
            }
        }
        return status;
    }
}
