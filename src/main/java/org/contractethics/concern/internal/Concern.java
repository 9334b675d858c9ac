package org.contractethics.concern.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMatter;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * A concern, without its words and without whoever filed it: what can be known while it is sealed.
 *
 * @param contract null where the filer does not know the contract, or named an agency instead
 * @param agency the agency all of whose contracts it is about; null where it is about none as a whole
 * @param matter the capability, policy or part of the process it is about; null where it is about none of them
 * @param acknowledgeBy last day on which the acknowledgement is in time
 * @param answerBy last day on which the answer is in time
 * @param routing null in concerns filed before the table of routing was asked
 */
public record Concern(
        ConcernId id,
        @Nullable ContractId contract,
        @Nullable String agency,
        @Nullable ConcernMatter matter,
        ConcernMode mode,
        ConcernTopic topic,
        ConcernStatus status,
        LocalDate filedOn,
        LocalDate acknowledgeBy,
        LocalDate answerBy,
        @Nullable LocalDate acknowledgedOn,
        @Nullable LocalDate followUpOn,
        @Nullable LocalDate answeredOn,
        @Nullable Routing routing) {

    /** EU 2019/1937 art. 9(1)(b): seven days; 9(1)(f): three months. Both count from the filing here, the stricter reading. */
    static final int DAYS_TO_ACKNOWLEDGE = 7;

    static final int MONTHS_TO_ANSWER = 3;

    static LocalDate acknowledgeBy(LocalDate filedOn) {
        return filedOn.plusDays(DAYS_TO_ACKNOWLEDGE);
    }

    static LocalDate answerBy(LocalDate filedOn) {
        return filedOn.plusMonths(MONTHS_TO_ANSWER);
    }

    public boolean open() {
        return status != ConcernStatus.ANSWERED;
    }

    /** What has to happen next, with its day; empty when the concern was answered. */
    public String due() {
        return switch (status) {
            case RECEIVED -> "Acknowledgement";
            case ACKNOWLEDGED, IN_FOLLOW_UP -> "Answer";
            case ANSWERED -> "";
        };
    }

    /** The day by which it has to happen; null when the concern was answered. */
    public @Nullable LocalDate dueOn() {
        return switch (status) {
            case RECEIVED -> acknowledgeBy;
            case ACKNOWLEDGED, IN_FOLLOW_UP -> answerBy;
            case ANSWERED -> null;
        };
    }

    /** How much time is left or how late it is, in words, for example "overdue by 2 days". */
    public String dueInWords(LocalDate today) {
        LocalDate due = dueOn();
        if (due == null) {
            return "";
        }
        long days = ChronoUnit.DAYS.between(today, due);
        if (days == 0) {
            return "due today";
        }
        return days > 0 ? "due in " + days(days) : "overdue by " + days(-days);
    }

    public boolean overdue(LocalDate today) {
        LocalDate due = dueOn();
        return due != null && today.isAfter(due);
    }

    /** How long ago it was filed, in words. */
    public String age(LocalDate today) {
        long days = ChronoUnit.DAYS.between(filedOn, today);
        return days == 0 ? "today" : days(days) + " ago";
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
