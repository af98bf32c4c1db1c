package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.schemalatch.gitops.Testdata;
import dev.schemalatch.testing.Page;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the health checks of GitOps tools are tried on is what the operator writes. {@code -Dgolden.write=true} writes the
 * files anew.
 */
class GitOpsStatesTest {

    @TestFactory
    Stream<DynamicTest> theTestdataIsWhatTheOperatorWrites() {
        return GitOpsStates.all().entrySet().stream()
                .map(state -> dynamicTest(state.getKey(), () -> {
                    var expected = Serialization.asYaml(state.getValue()).replaceFirst("^---\n", "");
                    var file = new Page(Testdata.FOLDER.resolve(state.getKey() + ".yaml"));
                    assertThat(file.textAfterWriting(expected)).isEqualTo(expected);
                }));
    }

    @Test
    void noTestdataIsLeftOver() {
        assertThat(Testdata.all().keySet())
                .containsExactlyInAnyOrderElementsOf(GitOpsStates.all().keySet());
    }
}
