package org.contractethics.review.web;

import java.util.List;
import org.contractethics.contract.Contract;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.Capability;
import org.contractethics.policy.Policy.HumanRight;
import org.contractethics.review.internal.Assessment.Rated;
import org.contractethics.review.internal.AssessmentDraft;
import org.contractethics.review.internal.Impact;
import org.contractethics.review.internal.Impact.ClauseReference;
import org.contractethics.review.internal.Impact.Dimension;
import org.contractethics.review.internal.PolicyOfReview;
import org.contractethics.review.internal.ReviewCase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of the assessment on screen: all rights with their marks, and the impacts in words. */
@Component
class AssessmentRows {

    private final PolicyOfReview policies;

    AssessmentRows(PolicyOfReview policies) {
        this.policies = policies;
    }

    /**
     * @param touched null while not marked
     * @param suggested the capabilities of the contract that bring this right to mind; empty where none does
     */
    public record RightRow(
            String code, String name, String udhr, @Nullable Boolean touched, boolean described, String suggested) {}

    /** @param lines everything said of the impact, in the order it was asked */
    public record ImpactRow(
            String code,
            String name,
            String severity,
            String priority,
            List<Statement.Line> lines,
            List<ClauseReference> clauses) {}

    List<RightRow> rights(ReviewCase review, Contract contract, AssessmentDraft draft) {
        Policy policy = policies.of(review);
        return policy.rights().stream()
                .map(right -> new RightRow(
                        right.code(),
                        right.name(),
                        right.udhr(),
                        draft.touched().get(right.code()),
                        draft.impacts().containsKey(right.code()),
                        suggested(policy, contract, right)))
                .toList();
    }

    List<ImpactRow> impacts(ReviewCase review, List<Rated> rated) {
        Policy policy = policies.of(review);
        return rated.stream().map(impact -> row(policy, impact)).toList();
    }

    private static String suggested(Policy policy, Contract contract, HumanRight right) {
        return String.join(
                "; ",
                policy.capabilities().stream()
                        .filter(capability -> contract.capabilities().contains(capability.code()))
                        .filter(capability -> right.triggers().contains(capability.code()))
                        .map(Capability::label)
                        .toList());
    }

    private static ImpactRow row(Policy policy, Rated rated) {
        Impact impact = rated.impact();
        Statement.Builder lines = Statement.titled(impact.right())
                .line(
                        "Impact",
                        impact.kind() == null ? "Not stated" : impact.kind().label())
                .line("Rights holders", impact.affected())
                .line("Vulnerable groups", impact.vulnerableGroups())
                .line("Scale", dimension(impact.scale()))
                .line("Scope", dimension(impact.scope()))
                .line("Irremediability", dimension(impact.irremediability()))
                .line("Likelihood", Anchors.words(Anchors.LIKELIHOOD, impact.likelihood()))
                .line("Involvement", Anchors.words(Anchors.INVOLVEMENT, impact.involvement()))
                .line("Leverage", Anchors.words(Anchors.LEVERAGE, impact.leverage()))
                .line("Mitigation", impact.mitigation());
        Policy.Priority priority = policy.priority(rated.severity(), impact.likelihood());
        return new ImpactRow(
                impact.right(),
                policy.right(impact.right()).map(HumanRight::name).orElse(impact.right()),
                ReviewWords.plain(rated.severity().name()),
                priority.code(),
                lines.build().lines(),
                impact.clauses());
    }

    private static String dimension(Dimension dimension) {
        return dimension.value() == null ? "Not known" : dimension.value() + " of 4: " + dimension.reason();
    }
}
