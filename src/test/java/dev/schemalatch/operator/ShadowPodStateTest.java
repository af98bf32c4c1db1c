package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.failure.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShadowPodStateTest {

    private static final String IMAGE = "registry.example/postgis:18";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SpecInvalid       | ImagePullBackOff           | containerStatuses: [{state: {waiting: {reason: ImagePullBackOff, message: canary}}}]
            SpecInvalid       | InvalidImageName           | containerStatuses: [{state: {waiting: {reason: InvalidImageName}}}]
            ShadowUnsupported | CreateContainerConfigError | containerStatuses: [{state: {waiting: {reason: CreateContainerConfigError}}}]
            ShadowUnavailable | OOMKilled                  | containerStatuses: [{state: {terminated: {reason: OOMKilled, exitCode: 137}}}]
            ShadowUnavailable | exit status 1              | containerStatuses: [{state: {terminated: {reason: Error, exitCode: 1, message: canary}}}]
            ShadowUnavailable | Evicted                    | {phase: Failed, reason: Evicted, message: canary}
            """)
    void whatKeepsItFromStartingIsToldInTheKubeletsReasonsAndNotItsMessages(Reason reason, String said, String status) {
        assertThat(state(status)).isInstanceOfSatisfying(ShadowPodState.Lost.class, lost -> {
            assertThat(lost.failure().reason()).isEqualTo(reason);
            assertThat(lost.failure().message()).contains(IMAGE, said).doesNotContain("canary");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Unschedulable     | conditions: [{type: PodScheduled, status: 'False', reason: Unschedulable}]
            ContainerCreating | containerStatuses: [{state: {waiting: {reason: ContainerCreating}}}]
            NotReady          | {podIP: 10.1.2.3, conditions: [{type: Ready, status: 'False'}]}
            NotReady          | conditions: [{type: Ready, status: 'True'}]
            """)
    void whatMayYetComeIsWaitedFor(String because, String status) {
        assertThat(state(status)).isEqualTo(new ShadowPodState.Starting(because));
    }

    @Test
    void aServerThatAnswersIsReady() {
        assertThat(state("{podIP: 10.1.2.3, conditions: [{type: Ready, status: 'True'}]}"))
                .isEqualTo(new ShadowPodState.Ready("10.1.2.3"));
    }

    private static ShadowPodState state(String status) {
        return ShadowPodState.of(
                Serialization.unmarshal(
                        "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nstatus:\n  " + status, Pod.class),
                IMAGE);
    }
}
