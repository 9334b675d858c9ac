package org.contractethics.calendar.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the company works. The values stand in {@code workflow/workflow.properties}.
 *
 * @param zone time zone in which days begin and end
 * @param country whose public holidays are no working days, by the name of a file in {@code config/calendars}; empty for none
 * @param holidays further days that are no working days, for example those of one region
 */
@ConfigurationProperties("contract-ethics.workflow")
record CalendarSettings(
        @DefaultValue("UTC") ZoneId zone, @DefaultValue("") String country, @DefaultValue Set<LocalDate> holidays) {}
