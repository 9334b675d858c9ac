package org.contractethics.review.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the processes that the rules of the review need as well; both read the same ones.
 *
 * @param appealWorkingDays how long a rejection may be appealed
 * @param submissionWorkingDays how many working days before the planned signature a contract is to be submitted (S1)
 */
@ConfigurationProperties("contract-ethics.workflow")
public record ReviewProperties(
        @DefaultValue("10") int appealWorkingDays, @DefaultValue("20") int submissionWorkingDays) {

    public ReviewProperties {
        demand("contract-ethics.workflow.appeal-working-days", appealWorkingDays);
        demand("contract-ethics.workflow.submission-working-days", submissionWorkingDays);
    }

    private static void demand(String setting, int days) {
        if (days < 1) {
            throw new IllegalArgumentException(setting + " must be at least 1");
        }
    }
}
