package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.contractethics.calendar.WorkingDays;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpTasks;
import org.contractethics.review.FollowUps.ReReviewBroughtForward;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.followup.ReReview.BroughtForward;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** S11: a signal of harm brings the next re-review of the contract forward, never back. */
@Component
class BringingForward {

    private final FollowUpWork work;
    private final FollowUpTasks tasks;
    private final ReReviews reReviews;
    private final ReReviewing reReviewing;
    private final WorkingDays days;
    private final MonitoringProperties properties;

    BringingForward(
            FollowUpWork work,
            FollowUpTasks tasks,
            ReReviews reReviews,
            ReReviewing reReviewing,
            WorkingDays days,
            MonitoringProperties properties) {
        this.work = work;
        this.tasks = tasks;
        this.reReviews = reReviews;
        this.reReviewing = reReviewing;
        this.days = days;
        this.properties = properties;
    }

    /**
     * The contract has to be held by the caller.
     *
     * @return the day of the re-review that waits for its day; empty where none does, because people look at the contract already or a
     *     new review does, or because it has ended
     */
    Optional<LocalDate> becauseOf(Incident incident, ContractId contract) {
        return reReviews
                .openOf(contract)
                .filter(one -> tasks.open(one.id()).isEmpty())
                .map(one -> forward(one, incident));
    }

    private LocalDate forward(ReReview reReview, Incident incident) {
        Instant now = incident.recordedAt();
        LocalDate before = reReviewing.nextOn(reReview);
        LocalDate latest = days.after(now, properties.incidentWorkingDays());
        if (!latest.isBefore(before)) {
            return before;
        }
        BroughtForward brought = new BroughtForward(reReview.results().size() + 1, incident.id(), before, latest, now);
        reReviews.add(reReview.id(), brought);
        work.record(
                "re-review-brought-forward",
                Facts.of(FollowUp.RE_REVIEW.idFact(), reReview.id())
                        .and("number", brought.number())
                        .and("incidentId", incident.id())
                        .and("before", before)
                        .and("nextOn", latest),
                reReview.contract(),
                Actor.SYSTEM.username(),
                now);
        work.publish(new ReReviewBroughtForward(
                reReview.id(), latest.atStartOfDay(ZoneOffset.UTC).toInstant()));
        return latest;
    }
}
