package org.contractethics.review.internal.evidence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.contractethics.review.internal.ConflictDeclarations;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.discussion.Participants;
import org.contractethics.review.internal.evidence.Source.Description;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adding a source to the list of a review; a correction is added as well, nothing is overwritten. */
@Service
public class NamingSources {

    private final ReviewCases reviews;
    private final SourceList list;
    private final Participants participants;
    private final ConflictDeclarations declarations;
    private final Clock clock;

    NamingSources(
            ReviewCases reviews,
            SourceList list,
            Participants participants,
            ConflictDeclarations declarations,
            Clock clock) {
        this.reviews = reviews;
        this.list = list;
        this.participants = participants;
        this.declarations = declarations;
        this.clock = clock;
    }

    public boolean mayName(ReviewCase review, Actor actor) {
        return !review.closed()
                && participants.mayContribute(
                        review, actor, Role.HR_REVIEWER, Role.PRODUCT_EXPERT, Role.EXTERNAL_EXPERT);
    }

    /** @param corrects number of the source that it replaces; null for a new one */
    public List<FormProblem> problems(ReviewId id, Description source, @Nullable Integer corrects) {
        Problems problems = new Problems();
        SourceRules.problems(source, "", LocalDate.now(clock))
                .forEach(problem -> problems.when(true, problem.field(), problem.message()));
        return problems.when(
                        corrects != null
                                && list.of(id).stream()
                                        .noneMatch(listed -> listed.number() == corrects && listed.stands()),
                        "corrects",
                        "Choose a source of this list that was not corrected yet.")
                .list();
    }

    @Transactional
    public Source add(ReviewId id, Description source, @Nullable Integer corrects, Actor actor) {
        ReviewCase review = reviews.lock(id);
        if (!mayName(review, actor)) {
            throw Refused.notAllowed(
                    "Sources are named by those who research and assess this review while it is open.");
        }
        declarations.demand(id, actor.username());
        Problems.refuse(problems(id, source, corrects));
        return list.add(review, source, corrects, actor.username(), clock.instant());
    }
}
