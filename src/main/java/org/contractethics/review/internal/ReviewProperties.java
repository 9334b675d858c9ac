package org.contractethics.review.internal;

import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param holidays days that are no working days, beside Saturdays and Sundays
 * @param appealWorkingDays how long a rejection may be appealed
 */
@ConfigurationProperties("contract-ethics.review")
public record ReviewProperties(@DefaultValue List<LocalDate> holidays, @DefaultValue("10") int appealWorkingDays) {}
