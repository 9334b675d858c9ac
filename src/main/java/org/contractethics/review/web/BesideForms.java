package org.contractethics.review.web;

import java.util.List;
import java.util.Optional;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.DraftingAssessment;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.advice.AdviceOfReview;
import org.contractethics.review.internal.evidence.Consultations;
import org.contractethics.review.internal.evidence.Source;
import org.contractethics.review.internal.evidence.SourceList;
import org.contractethics.review.internal.precedent.Precedents;
import org.contractethics.review.internal.retriage.TriageFindings;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;

/** Advice, precedents and the state of the evidence: for those who take part in the review, not for its account team. */
@Component
class BesideForms {

    private final AdviceOfReview advice;
    private final Precedents precedents;
    private final SourceList sources;
    private final Consultations consultations;
    private final TriageFindings findings;
    private final DraftingAssessment drafting;
    private final RightOptions rights;
    private final PeopleDirectory people;

    BesideForms(
            AdviceOfReview advice,
            Precedents precedents,
            SourceList sources,
            Consultations consultations,
            TriageFindings findings,
            DraftingAssessment drafting,
            RightOptions rights,
            PeopleDirectory people) {
        this.advice = advice;
        this.precedents = precedents;
        this.sources = sources;
        this.consultations = consultations;
        this.findings = findings;
        this.drafting = drafting;
        this.rights = rights;
        this.people = people;
    }

    /** At most one; none where the account team answers a clarification. */
    List<Beside> of(Open open) {
        return open.task().stage() == Stage.CLARIFICATION
                ? List.of()
                : of(open.review(), open.actor()).stream().toList();
    }

    /** Empty for whoever takes no part in the review. */
    Optional<Beside> of(ReviewCase review, Actor viewer) {
        return advice.seenBy(review, viewer).map(view -> {
            List<Source> standing = sources.standing(review.id());
            return new Beside(
                    review.id(),
                    AdviceView.of(view, viewer, people),
                    precedents.of(review, touched(review), viewer),
                    standing.size(),
                    (int) standing.stream()
                            .filter(source -> source.described().independent())
                            .count(),
                    consultations.of(review.id()).size(),
                    findings.of(review.id()).size());
        });
    }

    /** What the assessment found touched, or what its draft marks so far. */
    private List<String> touched(ReviewCase review) {
        List<String> assessed = rights.touched(review);
        return assessed.isEmpty() ? drafting.draft(review).touchedRights() : assessed;
    }
}
