package org.contractethics.workflow.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.contractethics.review.Reviews.DeltaReviewOpened;
import org.contractethics.review.Reviews.ReviewOpened;
import org.contractethics.review.Reviews.SteppedAside;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Notice;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may do nothing after the signature of a contract any more holds none of its open tasks: they go back to those who may take them
 * on, who are told, in the transaction of whatever barred the person (H1, H2).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReleasingFollowUps {

    private final ConditionOwners owners;
    private final TaskService tasks;
    private final InboxItems items;
    private final Eligibility eligibility;
    private final ApplicationEventPublisher events;

    ReleasingFollowUps(
            ConditionOwners owners,
            TaskService tasks,
            InboxItems items,
            Eligibility eligibility,
            ApplicationEventPublisher events) {
        this.owners = owners;
        this.tasks = tasks;
        this.items = items;
        this.eligibility = eligibility;
        this.events = events;
    }

    /** Whoever steps back from a review steps back from what follows the earlier signature of its contract as well. */
    @EventListener
    void steppedBack(SteppedAside aside) {
        items.contractOf(aside.review().value())
                .ifPresent(contract -> openAbout(contract).forEach(item -> {
                    items.exclude(item.subject(), aside.person());
                    owners.ownsNothing(item, aside.person());
                    if (aside.person().equals(item.assignee())) {
                        goesBack(item, aside.at());
                    }
                }));
    }

    /** A new review may name more people who are paid by the contract. */
    @EventListener
    void opened(ReviewOpened opened) {
        releases(opened.contract(), opened.at());
    }

    @EventListener
    void opened(DeltaReviewOpened opened) {
        releases(opened.contract(), opened.at());
    }

    private void releases(ContractId contract, Instant at) {
        openAbout(contract).stream()
                .filter(item -> item.assignee() != null && barred(item, item.assignee()))
                .forEach(item -> {
                    items.exclude(item.subject(), Objects.requireNonNull(item.assignee()));
                    goesBack(item, at);
                });
    }

    private boolean barred(InboxItem item, String holder) {
        return !eligibility.objections(item, eligibility.asOfNow(holder)).isEmpty();
    }

    private List<InboxItem> openAbout(ContractId contract) {
        return items.openReviewsOf(contract).stream()
                .filter(item -> item.kind().followUp().isPresent())
                .toList();
    }

    private void goesBack(InboxItem item, Instant at) {
        String holder = Objects.requireNonNull(item.assignee());
        EngineConflicts.refusing(() -> tasks.setAssignee(item.taskId(), null));
        events.publishEvent(TaskMoved.returned(item, holder, at).becauseOf(eligibility.concernOf(item)));
        events.publishEvent(Notice.toRoles(
                        item.roles(),
                        "A task waits for somebody to take it on",
                        "Who held it has no part in what follows this signature any more.",
                        "/inbox")
                .exceptFor(Set.of(holder)));
    }
}
