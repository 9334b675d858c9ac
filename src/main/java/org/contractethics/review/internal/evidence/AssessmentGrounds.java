package org.contractethics.review.internal.evidence;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.Policy.Triage;
import org.contractethics.review.internal.AssessmentDraft;
import org.contractethics.review.internal.Impact;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.StageForm.TriageConfirmation;
import org.contractethics.review.internal.StageResults;
import org.contractethics.review.internal.evidence.Consultation.Kind;
import org.contractethics.shared.FormProblem;
import org.springframework.stereotype.Component;

/**
 * What an assessment has to rest on before it is recorded: sources from T2 on, consultation from T3 on, and each wherever the triage
 * table asks for it. The database asks the same.
 */
@Component
public class AssessmentGrounds {

    private final Sources sources;
    private final Consultations consultations;
    private final StageResults results;

    AssessmentGrounds(Sources sources, Consultations consultations, StageResults results) {
        this.sources = sources;
        this.consultations = consultations;
        this.results = results;
    }

    public List<FormProblem> problems(ReviewCase review, AssessmentDraft draft) {
        Problems problems = new Problems();
        if (atLeast(review, Tier.T2) || asks(review, Triage::impactAssessmentRequired)) {
            sources(problems, review, draft);
        }
        if (atLeast(review, Tier.T3) || asks(review, Triage::consultationRequired)) {
            consultation(problems, review, draft);
        }
        return problems.list();
    }

    /** A tier not known counts as a high one (H16). */
    private static boolean atLeast(ReviewCase review, Tier tier) {
        return review.tier() == null || review.tier().compareTo(tier) >= 0;
    }

    private boolean asks(ReviewCase review, Predicate<Triage> column) {
        return results.form(review.id(), review.pass(), TriageConfirmation.class)
                .filter(triage -> column.test(triage.table()))
                .isPresent();
    }

    private void sources(Problems problems, ReviewCase review, AssessmentDraft draft) {
        List<Source> listed = sources.of(review.id());
        Set<Integer> standing =
                listed.stream().filter(Source::stands).map(Source::number).collect(Collectors.toSet());
        problems.when(
                !SourceRules.anyIndependent(listed),
                "main",
                "From T2 on, and where the triage asks for an impact assessment, name at least one source that is independent of the customer and of the company.");
        draft.touchedRights().stream()
                .map(draft.impacts()::get)
                .filter(Objects::nonNull)
                .filter(impact -> !restsOn(impact, standing))
                .forEach(
                        impact -> problems.when(
                                true,
                                impact.right(),
                                impact.right()
                                        + ": choose the sources that this impact rests on, from those that were not corrected."));
    }

    private static boolean restsOn(Impact impact, Set<Integer> standing) {
        return !impact.sources().isEmpty() && standing.containsAll(impact.sources());
    }

    private void consultation(Problems problems, ReviewCase review, AssessmentDraft draft) {
        Set<Kind> consulted = consultations.of(review.id()).stream()
                .map(entry -> entry.account().kind())
                .collect(Collectors.toSet());
        if (consulted.contains(Kind.AFFECTED)) {
            return;
        }
        problems.when(
                        !consulted.contains(Kind.PROXY),
                        "proxy-reason",
                        "From T3 on, and where the triage asks for it, log a consultation of the affected; or of a credible"
                                + " proxy, and say here why not of the affected.")
                .when(
                        consulted.contains(Kind.PROXY) && draft.proxyReason().isBlank(),
                        "proxy-reason",
                        "A proxy was consulted and nobody affected: say why not.");
    }
}
