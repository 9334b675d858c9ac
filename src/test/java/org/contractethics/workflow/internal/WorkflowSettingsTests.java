package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;

class WorkflowSettingsTests {

    @Test
    void gives_higher_tiers_more_time() {
        WorkflowSettings settings = Settings.usual();

        assertThat(settings.workingDays("research", "T2")).isEqualTo(5);
        assertThat(settings.workingDays("research", "T3")).isEqualTo(15);
        assertThat(settings.workingDays("triage", null)).isEqualTo(3);
    }

    @Test
    void refuses_a_stage_without_a_time_limit_and_names_the_setting() {
        Properties properties = Settings.shipped();
        properties.remove("contract-ethics.workflow.due-working-days.triage");

        assertThatThrownBy(() -> Settings.from(properties))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageContaining("contract-ethics.workflow.due-working-days.triage");
    }
}
