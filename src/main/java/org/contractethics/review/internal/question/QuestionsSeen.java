package org.contractethics.review.internal.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.review.StageTasks;
import org.contractethics.review.StageTasks.StageTask;
import org.contractethics.review.internal.Participation;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The questions of a review as those read them who may: the account owner and whoever works on reviews without being barred from
 * this one (H1, H2). Leadership and the rest of staff do not, auditors only read.
 */
@Service
public class QuestionsSeen {

    private static final Role[] WORKING = {
        Role.TRIAGE_OFFICER,
        Role.HR_REVIEWER,
        Role.LEGAL_REVIEWER,
        Role.PRODUCT_EXPERT,
        Role.EXTERNAL_EXPERT,
        Role.EMPLOYEE_PANELIST,
        Role.PANEL_CHAIR,
        Role.BOARD_COMMITTEE,
        Role.MONITOR
    };

    private final StageQuestions questions;
    private final ReviewCases reviews;
    private final StageTasks tasks;
    private final Participation participation;
    private final PeopleDirectory people;
    private final Withdrawing withdrawing;

    QuestionsSeen(
            StageQuestions questions,
            ReviewCases reviews,
            StageTasks tasks,
            Participation participation,
            PeopleDirectory people,
            Withdrawing withdrawing) {
        this.questions = questions;
        this.reviews = reviews;
        this.tasks = tasks;
        this.participation = participation;
        this.people = people;
        this.withdrawing = withdrawing;
    }

    /**
     * @param outcome how it ended, in words; null while it is open
     * @param endedAt null while it is open
     * @param answers whether the viewer is to answer it
     * @param withdraws whether the viewer may withdraw it
     */
    public record Seen(
            StageQuestion question,
            String asker,
            @Nullable String outcome,
            @Nullable Instant endedAt,
            boolean answers,
            boolean withdraws) {}

    /** @param asks the stage from which the viewer may put a question now; null where they may not */
    public record View(ReviewCase review, List<Seen> seen, @Nullable StageTask asks) {}

    /** Empty for whoever may not read them, and where there is nothing to see or to ask. */
    @Transactional(readOnly = true)
    public Optional<View> of(ReviewCase review, Actor viewer) {
        if (!mayRead(review, viewer)) {
            return Optional.empty();
        }
        List<Seen> seen = questions.of(review.id()).stream()
                .map(question -> seen(question, review, viewer))
                .toList();
        boolean waiting = seen.stream().anyMatch(one -> one.question().open());
        StageTask asks =
                waiting || review.closed() ? null : held(review, viewer).orElse(null);
        return seen.isEmpty() && asks == null ? Optional.empty() : Optional.of(new View(review, seen, asks));
    }

    /** All questions of a review; refused with 404 to whoever may not read them. */
    @Transactional(readOnly = true)
    public List<Seen> all(ReviewCase review, Actor viewer) {
        if (!mayRead(review, viewer)) {
            throw missing();
        }
        return questions.of(review.id()).stream()
                .map(question -> seen(question, review, viewer))
                .toList();
    }

    /** One question; refused with 404 to whoever may not read it. */
    @Transactional(readOnly = true)
    public Seen get(UUID id, Actor viewer) {
        StageQuestion question = questions.find(id).orElseThrow(QuestionsSeen::missing);
        ReviewCase review = reviews.get(question.review());
        if (!mayRead(review, viewer)) {
            throw missing();
        }
        return seen(question, review, viewer);
    }

    static Refused missing() {
        return Refused.notFound("There is no such question, or you take no part in it.");
    }

    private boolean mayRead(ReviewCase review, Actor viewer) {
        if (review.owner().equals(viewer.username()) || viewer.has(Role.AUDITOR)) {
            return true;
        }
        return viewer.hasAny(WORKING) && participation.bars(review, viewer).isEmpty();
    }

    /** The open stage that the viewer holds, or that somebody holds whose delegate they are; votes are held by nobody. */
    private Optional<StageTask> held(ReviewCase review, Actor viewer) {
        return tasks.open(review.id()).stream()
                .filter(task -> task.stage() != org.contractethics.review.Stage.CLARIFICATION)
                .filter(task -> !task.stage().shared() && participation.mayDoFor(viewer.username(), task.assignee()))
                .findFirst();
    }

    private Seen seen(StageQuestion question, ReviewCase review, Actor viewer) {
        StageQuestion.Closed closed = question.closed();
        return new Seen(
                question,
                people.displayName(question.askedBy()),
                closed == null ? null : outcome(closed),
                closed == null ? null : closed.at(),
                question.open() && review.owner().equals(viewer.username()),
                question.open() && withdraws(question, review, viewer));
    }

    private boolean withdraws(StageQuestion question, ReviewCase review, Actor viewer) {
        return held(review, viewer)
                        .filter(task -> task.stage() == question.stage())
                        .isPresent()
                || withdrawing.byChair(question, review, viewer);
    }

    private String outcome(StageQuestion.Closed closed) {
        return switch (closed.how()) {
            case ANSWERED -> "Answered by " + people.displayName(closed.by());
            case WITHDRAWN -> "Withdrawn by " + people.displayName(closed.by());
            case STAGE_DONE -> "Ended with its stage, without an answer";
        };
    }
}
