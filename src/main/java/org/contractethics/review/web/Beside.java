package org.contractethics.review.web;

import java.util.List;
import org.contractethics.review.internal.precedent.Precedent;
import org.contractethics.shared.ReviewId;

/**
 * What stands beside the forms of a review for those who take part in it.
 *
 * @param precedents the most similar first
 * @param triageFindings how many were found against the triage
 * @param sources how many stand in the list, and how many of them are independent
 */
public record Beside(
        ReviewId review,
        AdviceView advice,
        List<Precedent> precedents,
        int sources,
        int independent,
        int consultations,
        int triageFindings) {}
