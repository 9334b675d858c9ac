package org.contractethics.review.internal.followup;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param suspensionWorkingDays how long a blocking condition may be overdue before a suspension review opens (H10)
 * @param incidentWorkingDays in how many a contract is re-reviewed at the latest of which a signal of harm became known (S11)
 * @param interimDays how long a restriction by the chair alone holds (H17)
 */
@ConfigurationProperties("contract-ethics.monitoring")
public record MonitoringProperties(
        @DefaultValue("10") int suspensionWorkingDays,
        @DefaultValue("5") int incidentWorkingDays,
        @DefaultValue("14") int interimDays) {

    public MonitoringProperties {
        demand("contract-ethics.monitoring.suspension-working-days", suspensionWorkingDays);
        demand("contract-ethics.monitoring.incident-working-days", incidentWorkingDays);
        demand("contract-ethics.monitoring.interim-days", interimDays);
    }

    private static void demand(String setting, int days) {
        if (days < 1) {
            throw new IllegalArgumentException(setting + " must be at least 1");
        }
    }
}
