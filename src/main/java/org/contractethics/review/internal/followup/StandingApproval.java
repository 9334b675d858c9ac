package org.contractethics.review.internal.followup;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.contractethics.calendar.WorkingDays;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.DecisionBasis;
import org.contractethics.review.internal.Decisions;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long the approval behind a signed contract holds, and when people look at it before it ends. */
@Component
class StandingApproval {

    private static final int AHEAD_WORKING_DAYS = 20;
    private static final String NEW_REVIEW = " Only a vote can approve it anew. Say that a new review is needed.";

    private final Decisions decisions;
    private final ReviewCases reviews;
    private final DecisionBasis basis;
    private final WorkingDays days;
    private final JdbcClient jdbc;

    StandingApproval(Decisions decisions, ReviewCases reviews, DecisionBasis basis, WorkingDays days, JdbcClient jdbc) {
        this.decisions = decisions;
        this.reviews = reviews;
        this.basis = basis;
        this.days = days;
        this.jdbc = jdbc;
    }

    /** Why the approval of this review holds no longer, with what to do instead; empty while it does. */
    Optional<String> over(ReviewId review, LocalDate today) {
        Decision approval = approval(review);
        if (jdbc.sql("select review.approval_stands(:approval, :today)")
                .param("approval", approval.id().value())
                .param("today", today)
                .query(Boolean.class)
                .single()) {
            return Optional.empty();
        }
        return Optional.of((ranOut(approval, today)
                        ? "The approval ran out on " + Times.words(lastDay(approval)) + "."
                        : "The approval holds no longer: it lapsed, or the contract was decided on since.")
                + NEW_REVIEW);
    }

    private boolean ranOut(Decision approval, LocalDate today) {
        return lastDay(approval).isBefore(today);
    }

    private LocalDate lastDay(Decision approval) {
        return jdbc.sql("select review.last_day_of(:approval)")
                .param("approval", approval.id().value())
                .query(LocalDate.class)
                .single();
    }

    /** Until when a look of this day lets it hold: as long as the decision did, and no longer than the interval of the tier. */
    LocalDate holdsOnUntil(ReviewId review, LocalDate today) {
        LocalDate longest = jdbc.sql("select review.longest_look(:approval, :today)")
                .param("approval", approval(review).id().value())
                .param("today", today)
                .query(LocalDate.class)
                .single();
        return earlier(longest, basis.lastDay(reviews.get(review), today));
    }

    /** When it is looked at for the first time after a signature. */
    LocalDate firstLook(ReviewCase review, LocalDate signedOn) {
        return look(
                review, signedOn, Objects.requireNonNull(approval(review.id()).expiresOn()));
    }

    /** When it is looked at next after a look that lets it hold until that day. */
    LocalDate nextLook(ReviewId review, LocalDate today, LocalDate until) {
        LocalDate expires = Objects.requireNonNull(approval(review).expiresOn());
        return look(reviews.get(review), today, expires.isAfter(until) ? expires : until);
    }

    /** At the interval of the tier, and early enough to vote before the last day; not before tomorrow. */
    private LocalDate look(ReviewCase review, LocalDate today, LocalDate lastDay) {
        LocalDate ahead = days.before(lastDay.atStartOfDay(days.zone()).toInstant(), AHEAD_WORKING_DAYS);
        LocalDate tomorrow = today.plusDays(1);
        LocalDate look = earlier(basis.lastDay(review, today), ahead);
        return look.isBefore(tomorrow) ? tomorrow : look;
    }

    private Decision approval(ReviewId review) {
        return decisions.latestOf(review).orElseThrow();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
