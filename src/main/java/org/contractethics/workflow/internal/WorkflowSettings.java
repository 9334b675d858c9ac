package org.contractethics.workflow.internal;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * @param dueWorkingDays working days by stage ({@code triage}), or by stage and tier where the tier matters ({@code
 *     research-t3})
 * @param policyWorkingDays working days in which the board committee decides on a proposed version of the policy
 * @param noticeWorkingDays how many working days before it falls due people are reminded of a task
 * @param remindEvery pause between two escalations of the same overdue task
 */
@ConfigurationProperties("contract-ethics.workflow")
public record WorkflowSettings(
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("17:00") LocalTime endOfDay,
        Map<String, Integer> dueWorkingDays,
        int policyWorkingDays,
        @DefaultValue("2") int noticeWorkingDays,
        @DefaultValue("P1D") Duration remindEvery) {

    public WorkflowSettings {
        Arrays.stream(Stage.values())
                .map(Stage::taskKey)
                .forEach(key -> demand("due-working-days", dueWorkingDays, key));
        demand("due-working-days", dueWorkingDays, ProcessNames.ANSWER_QUESTION);
        demand("policy-working-days", policyWorkingDays);
        demand("notice-working-days", noticeWorkingDays);
    }

    private static void demand(String setting, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("contract-ethics.workflow." + setting + " must be at least 1");
        }
    }

    /** What the settings say of this very tier; empty where they say nothing of it. */
    Optional<Integer> own(String taskKey, @Nullable String tier) {
        return tier == null
                ? Optional.empty()
                : Optional.ofNullable(dueWorkingDays.get(taskKey + "-" + tier.toLowerCase(Locale.ROOT)));
    }

    /** Working days for a stage at the given tier. */
    int workingDays(String taskKey, @Nullable String tier) {
        if (taskKey.equals(ProcessNames.DECIDE_POLICY_VERSION)) {
            return policyWorkingDays;
        }
        return own(taskKey, tier).orElse(dueWorkingDays.getOrDefault(taskKey, 0));
    }

    private static void demand(String setting, Map<String, Integer> days, String key) {
        Integer given = days.get(key);
        if (given == null || given < 1) {
            throw new IllegalArgumentException(
                    "contract-ethics.workflow.%s.%s must be a number of days, at least 1".formatted(setting, key));
        }
    }
}
