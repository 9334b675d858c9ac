package org.contractethics.workflow.internal;

import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * What narrows a view of the work list. Null and empty mean any.
 *
 * @param text words in title, reference or agency
 * @param tier T1 to T4
 * @param role one of the roles that may take the task on: the candidate group
 * @param step id of the task in the model, for example {@code legal-stop}
 * @param agency full name of the agency
 * @param due when it falls due; says nothing about tasks that are done
 */
public record InboxFilter(
        String text,
        @Nullable String tier,
        @Nullable Role role,
        @Nullable String step,
        @Nullable String agency,
        @Nullable Due due) {

    public static final InboxFilter NONE = new InboxFilter("", null, null, null, null, null);

    /** When a task falls due, seen from now. */
    public enum Due {
        OVERDUE("Overdue", "due_at < :now and stopped_at is null"),
        DAY("Within a day", "due_at >= :now and due_at < :inADay"),
        WEEK("Within a week", "due_at >= :now and due_at < :inAWeek"),
        LATER("In more than a week", "due_at >= :inAWeek");

        private final String label;
        private final String condition;

        Due(String label, String condition) {
            this.label = label;
            this.condition = condition;
        }

        public String label() {
            return label;
        }

        String condition() {
            return condition;
        }
    }

    static InboxFilter text(String text) {
        return new InboxFilter(text, null, null, null, null, null);
    }
}
