package org.contractethics.workflow.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes on many tasks at once, each by itself: one that is refused keeps nobody from the others. The rules are those of a
 * single claim, asked for every row (H1, H2, H13).
 */
@Service
public class BulkClaiming {

    /** More than a page holds is a mistake or a script. */
    public static final int MOST = 100;

    private final ClaimingTasks claiming;
    private final InboxItems items;
    private final Eligibility eligibility;
    private final TransactionTemplate each;

    BulkClaiming(
            ClaimingTasks claiming,
            InboxItems items,
            Eligibility eligibility,
            PlatformTransactionManager transactions) {
        this.claiming = claiming;
        this.items = items;
        this.eligibility = eligibility;
        this.each = new TransactionTemplate(transactions);
        // a refusal takes back one claim only, also where all of them stand in the transaction of a call by the API
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** What became of one row. */
    public enum Result {
        CLAIMED("Claimed"),
        TAKEN("Not claimed: somebody was faster"),
        NOT_ALLOWED("Not allowed"),
        UNKNOWN("There is no such task");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        private static Result of(Refused.Kind kind) {
            return switch (kind) {
                case CONFLICT -> TAKEN;
                case NOT_FOUND -> UNKNOWN;
                default -> NOT_ALLOWED;
            };
        }
    }

    /**
     * @param item the task; null where the actor may not know of it
     * @param reasons why it was not claimed, in whole sentences; empty where it was
     */
    public record Answer(String task, @Nullable InboxItem item, Result result, List<String> reasons) {}

    /** One answer for each task asked for, in that order; a task named twice is answered once. */
    public List<Answer> claim(List<String> tasks, Actor actor) {
        List<String> asked = tasks.stream().distinct().toList();
        if (asked.isEmpty()) {
            throw Refused.invalid("Choose the tasks to claim first.");
        }
        if (asked.size() > MOST) {
            throw Refused.invalid("At most " + MOST + " tasks can be claimed at once.");
        }
        // always in the same order: two people who ask for the same tasks do not wait for each other in a ring
        Map<String, Answer> answers = new HashMap<>();
        asked.stream().sorted().forEach(task -> answers.put(task, claim(task, actor)));
        return asked.stream().map(answers::get).map(Objects::requireNonNull).toList();
    }

    private Answer claim(String task, Actor actor) {
        try {
            return new Answer(task, each.execute(status -> claiming.claim(task, actor)), Result.CLAIMED, List.of());
        } catch (Refused refused) {
            InboxItem known = items.find(task)
                    .filter(item -> eligibility.mayKnow(item, actor))
                    .orElse(null);
            return new Answer(task, known, Result.of(refused.kind()), refused.reasons());
        }
    }
}
