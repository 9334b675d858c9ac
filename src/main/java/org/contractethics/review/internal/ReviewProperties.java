package org.contractethics.review.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the processes that the rules of the review need as well; both read the same ones.
 *
 * @param zone {@code contract-ethics.workflow.zone}, the time zone in which days begin and end
 * @param holidays {@code contract-ethics.workflow.holidays}, days that are no working days, beside Saturdays and Sundays
 * @param appealWorkingDays how long a rejection may be appealed
 */
@ConfigurationProperties("contract-ethics.workflow")
public record ReviewProperties(
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue Set<LocalDate> holidays,
        @DefaultValue("10") int appealWorkingDays) {

    public ReviewProperties {
        if (appealWorkingDays < 1) {
            throw new IllegalArgumentException("contract-ethics.workflow.appeal-working-days must be at least 1");
        }
    }
}
