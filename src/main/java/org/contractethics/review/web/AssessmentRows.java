package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.contractethics.access.PeopleDirectory;
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
import org.contractethics.review.internal.delta.CarriedItems;
import org.contractethics.review.internal.evidence.Source;
import org.contractethics.review.internal.evidence.SourceList;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of the assessment on screen: all rights with their marks, and the impacts in words. */
@Component
class AssessmentRows {

    private static final String CONSULTATION = "What the consultation means for this assessment";
    private static final String PROXY_REASON = "If nobody affected was consulted: why not";

    private final PolicyOfReview policies;
    private final PeopleDirectory people;
    private final SourceList sources;
    private final CarriedItems carried;

    AssessmentRows(PolicyOfReview policies, PeopleDirectory people, SourceList sources, CarriedItems carried) {
        this.policies = policies;
        this.people = people;
        this.sources = sources;
        this.carried = carried;
    }

    /** The fields of the first part of the form, to show what was typed into them. */
    List<Section> sections(ReviewCase review) {
        List<Field> fields = new ArrayList<>();
        policies.of(review)
                .rights()
                .forEach(right -> fields.add(Field.radios(
                        right.code(),
                        right.code() + " " + right.name(),
                        Field.choices("yes", "Touched", "no", "Not touched"),
                        null,
                        true)));
        fields.add(Field.area("consultation", CONSULTATION, null, false, 3));
        fields.add(Field.area("proxy-reason", PROXY_REASON, null, false, 3));
        return List.of(Section.of("", null, fields));
    }

    /** Where the stored marks and words differ from those typed. */
    Statement stored(ReviewCase review, AssessmentDraft stored, AssessmentDraft typed) {
        Statement.Builder lines = Statement.titled("What is stored now, where it differs from yours");
        policies.of(review).rights().stream()
                .filter(right -> !Objects.equals(
                        stored.touched().get(right.code()), typed.touched().get(right.code())))
                .forEach(right -> lines.line(
                        right.code() + " " + right.name(), mark(stored.touched().get(right.code()))));
        if (!stored.consultation().equals(typed.consultation())) {
            lines.line(CONSULTATION, stated(stored.consultation()));
        }
        if (!stored.proxyReason().equals(typed.proxyReason())) {
            lines.line(PROXY_REASON, stated(stored.proxyReason()));
        }
        return saved(lines, stored, AssessmentDraft.MARKS);
    }

    /** What is stored of the impact on one right. */
    Statement stored(AssessmentDraft stored, String right) {
        Statement.Builder lines = Statement.titled("What is stored now");
        Impact impact = stored.impacts().get(right);
        if (impact != null) {
            told(impact, List.of()).forEach(line -> lines.line(line.label(), line.text()));
        }
        return saved(lines, stored, right);
    }

    private Statement saved(Statement.Builder lines, AssessmentDraft stored, String part) {
        AssessmentDraft.Saved last = stored.saved().get(part);
        return last == null
                ? lines.build()
                : lines.line("Saved by", people.displayName(last.by()) + ", " + Times.words(last.at()))
                        .build();
    }

    private static String mark(@Nullable Boolean touched) {
        return touched == null ? "Not marked" : touched ? "Touched" : "Not touched";
    }

    private static String stated(String text) {
        return text.isBlank() ? "Not stated" : text;
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

    /** All rights but those that are carried over, which are not marked here (H8). */
    List<RightRow> rights(ReviewCase review, Contract contract, AssessmentDraft draft) {
        Policy policy = policies.of(review);
        Set<String> elsewhere = carried.rightsStanding(review.id(), review.pass());
        return policy.rights().stream()
                .filter(right -> !elsewhere.contains(right.code()))
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
        List<Source> listed = rated.isEmpty() ? List.of() : sources.of(review.id());
        return rated.stream().map(impact -> row(policy, impact, listed)).toList();
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

    private static ImpactRow row(Policy policy, Rated rated, List<Source> listed) {
        Impact impact = rated.impact();
        Policy.Priority priority = policy.priority(rated.severity(), impact.likelihood());
        return new ImpactRow(
                impact.right(),
                policy.right(impact.right()).map(HumanRight::name).orElse(impact.right()),
                ReviewWords.plain(rated.severity().name()),
                priority.code(),
                told(impact, listed),
                impact.clauses());
    }

    private static List<Statement.Line> told(Impact impact, List<Source> listed) {
        return Statement.titled(impact.right())
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
                .line("Use of leverage", impact.leverageUse())
                .line("Mitigation", impact.mitigation())
                .lines("Evidence", evidence(impact, listed))
                .build()
                .lines();
    }

    private static List<String> evidence(Impact impact, List<Source> listed) {
        return impact.sources().stream()
                .map(number -> listed.stream()
                        .filter(source -> source.number() == number)
                        .findFirst()
                        .map(source -> source.name() + ": " + source.words())
                        .orElse("Source " + number))
                .toList();
    }

    private static String dimension(Dimension dimension) {
        return dimension.value() == null ? "Not known" : dimension.value() + " of 4: " + dimension.reason();
    }
}
