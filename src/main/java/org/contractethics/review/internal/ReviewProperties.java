package org.contractethics.review.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the processes that the rules of the review need as well; both read the same ones.
 *
 * @param appealWorkingDays how long a rejection may be appealed
 */
@ConfigurationProperties("contract-ethics.workflow")
public record ReviewProperties(@DefaultValue("10") int appealWorkingDays) {

    public ReviewProperties {
        if (appealWorkingDays < 1) {
            throw new IllegalArgumentException("contract-ethics.workflow.appeal-working-days must be at least 1");
        }
    }
}
