package org.contractethics.workflow.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.contractethics.review.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long people have, and how often an overdue task is brought up again. The values stand in {@code
 * workflow/workflow.properties}.
 *
 * @param zone time zone in which days begin and end
 * @param endOfDay time of day at which a task falls due
 * @param holidays days that are no working days besides Saturdays and Sundays
 * @param dueWorkingDays working days by stage ({@code triage}), or by stage and tier where the tier matters ({@code
 *     research-t3})
 * @param policyWorkingDays working days in which the board committee decides on a proposed version of the policy
 * @param remindEvery pause between two escalations of the same overdue task
 */
@ConfigurationProperties("contract-ethics.workflow")
public record WorkflowSettings(
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("17:00") LocalTime endOfDay,
        @DefaultValue Set<LocalDate> holidays,
        Map<String, Integer> dueWorkingDays,
        int policyWorkingDays,
        @DefaultValue("P1D") Duration remindEvery) {

    public WorkflowSettings {
        Arrays.stream(Stage.values())
                .map(Stage::taskKey)
                .forEach(key -> demand("due-working-days", dueWorkingDays, key));
        if (policyWorkingDays < 1) {
            throw new IllegalArgumentException("contract-ethics.workflow.policy-working-days must be at least 1");
        }
    }

    /** Working days for a stage at the given tier. */
    int workingDays(String taskKey, @Nullable String tier) {
        int usual = dueWorkingDays.getOrDefault(taskKey, 0);
        return tier == null
                ? usual
                : dueWorkingDays.getOrDefault(taskKey + "-" + tier.toLowerCase(java.util.Locale.ROOT), usual);
    }

    private static void demand(String setting, Map<String, Integer> days, String key) {
        Integer given = days.get(key);
        if (given == null || given < 1) {
            throw new IllegalArgumentException(
                    "contract-ethics.workflow.%s.%s must be a number of days, at least 1".formatted(setting, key));
        }
    }
}
