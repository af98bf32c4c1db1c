package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus;
import dev.schemalatch.check.CheckReport;
import dev.schemalatch.failure.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransitionsTest {

    @Test
    void theFirstResultIsNews() {
        assertThat(between(MigrationDriftCheckStatus.empty(), after(Reporting.inSync())))
                .containsExactly("InSync");
        assertThat(between(MigrationDriftCheckStatus.empty(), after(Reporting.drifted("public.a"))))
                .containsExactly("Warning SchemaDrifted");
    }

    @Test
    void theSameAgainIsNoNews() {
        assertThat(between(after(Reporting.inSync()), after(Reporting.inSync())))
                .isEmpty();
        assertThat(between(after(Reporting.drifted("public.a")), after(Reporting.drifted("public.a"))))
                .isEmpty();
        var stalled = after(Reporting.nothing(Reason.SecretNotFound));
        assertThat(between(stalled, stalled)).isEmpty();
        var outage = after(Reporting.nothing(Reason.DatabaseUnreachable));
        assertThat(between(outage, outage)).isEmpty();
    }

    @Test
    void otherDriftThanBeforeIsNews() {
        assertThat(between(after(Reporting.drifted("public.a")), after(Reporting.drifted("public.b"))))
                .containsExactly("Warning DriftChanged");
    }

    @Test
    void anotherVerdictIsNewsWithItsReason() {
        assertThat(between(after(Reporting.drifted("public.a")), after(Reporting.pending("2_more"))))
                .containsExactly("Warning MigrationsPending");
        assertThat(between(after(Reporting.pending("2_more")), after(Reporting.inSync())))
                .containsExactly("InSync");
    }

    @Test
    void anOutageAndItsEndAreNews() {
        var outage = after(Reporting.nothing(Reason.DatabaseUnreachable));

        assertThat(between(after(Reporting.inSync()), outage)).containsExactly("Warning DatabaseUnreachable");
        assertThat(between(outage, after(Reporting.inSync()))).containsExactly("Recovered", "InSync");
        assertThat(between(outage, after(Reporting.drifted("public.a"))))
                .containsExactly("Recovered", "Warning SchemaDrifted");
    }

    @Test
    void anotherThingToMendIsNews() {
        assertThat(between(
                        after(Reporting.nothing(Reason.SecretNotFound)),
                        after(Reporting.nothing(Reason.AuthenticationFailed))))
                .containsExactly("Warning AuthenticationFailed");
    }

    private static MigrationDriftCheckStatus after(CheckReport report) {
        return new NextStatus(Resources.check("shop", "orders"), Instant.EPOCH)
                .checked(report, "", Optional.empty(), new Schedule(ScheduleTest.middle()));
    }

    private static List<String> between(MigrationDriftCheckStatus before, MigrationDriftCheckStatus after) {
        return Transitions.between(before, after).stream()
                .map(announcement -> (announcement.warning() ? "Warning " : "") + announcement.reason())
                .toList();
    }
}
