package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.HumanRight;
import org.contractethics.review.internal.Assessment.Rated;
import org.contractethics.review.internal.AssessmentDraft;
import org.contractethics.review.internal.AssessmentDraft.Marks;
import org.contractethics.review.internal.DueRights;
import org.contractethics.review.internal.DueRights.DueRight;
import org.contractethics.review.internal.Impact;
import org.contractethics.review.internal.Impact.ClauseReference;
import org.contractethics.review.internal.Impact.Dimension;
import org.contractethics.review.internal.PolicyOfReview;
import org.contractethics.review.internal.RealWords;
import org.contractethics.review.internal.ReviewCase;
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
    private final DueRights dueRights;

    AssessmentRows(PolicyOfReview policies, PeopleDirectory people, SourceList sources, DueRights dueRights) {
        this.policies = policies;
        this.people = people;
        this.sources = sources;
        this.dueRights = dueRights;
    }

    /** The fields of the first part of the form, to show what was typed into them. */
    List<Section> sections(ReviewCase review) {
        List<Field> fields = new ArrayList<>();
        for (DueRight due : dueRights.of(review)) {
            fields.add(Field.radios(
                    due.code(), named(due), Field.choices("yes", "Touched", "no", "Not touched"), null, true));
            if (due.broughtToMind()) {
                fields.add(Field.area(
                        AssessmentDraft.reasonField(due.code()),
                        due.code() + ": why it is not touched",
                        null,
                        false,
                        2));
            }
        }
        fields.add(Field.area("consultation", CONSULTATION, null, false, 3));
        fields.add(Field.area("proxy-reason", PROXY_REASON, null, false, 3));
        return List.of(Section.of("", null, fields));
    }

    private static String named(DueRight due) {
        return due.code() + " " + due.right().name();
    }

    /** What was typed into the first part; "the rest" are those that nothing brings to mind, or of which it is said why. */
    Marks marks(ReviewCase review, FormValues values) {
        Map<String, Boolean> marks = new LinkedHashMap<>();
        Map<String, String> reasons = new LinkedHashMap<>();
        boolean rest = values.text("then").equals("rest");
        for (DueRight due : dueRights.of(review)) {
            String reason = values.text(AssessmentDraft.reasonField(due.code()));
            if (!reason.isEmpty()) {
                reasons.put(due.code(), reason);
            }
            Boolean mark = values.flag(due.code());
            boolean putAside = rest && !(due.broughtToMind() && RealWords.lacking(reason));
            if (mark != null || putAside) {
                marks.put(due.code(), Boolean.TRUE.equals(mark));
            }
        }
        return new Marks(marks, reasons, values.text("consultation"), values.text("proxy-reason"));
    }

    /** Says which rights are not marked although the rest was; empty where none is. */
    String leftOpen(ReviewCase review, AssessmentDraft draft) {
        String open = dueRights.of(review).stream()
                .filter(due -> !draft.touched().containsKey(due.code()))
                .map(AssessmentRows::named)
                .collect(Collectors.joining("; "));
        return open.isEmpty()
                ? ""
                : " The contract brings to mind, and nothing says why they are not touched: " + open
                        + ". They were left open. Mark each as touched, or say why it is not.";
    }

    /** Where the stored marks and words differ from those typed. */
    Statement stored(ReviewCase review, AssessmentDraft stored, AssessmentDraft typed) {
        Statement.Builder lines = Statement.titled("What is stored now, where it differs from yours");
        policies.of(review).rights().stream()
                .filter(right -> !Objects.equals(
                        stored.touched().get(right.code()), typed.touched().get(right.code())))
                .forEach(right -> lines.line(
                        right.code() + " " + right.name(), mark(stored.touched().get(right.code()))));
        policies.of(review).rights().stream()
                .map(HumanRight::code)
                .filter(code -> !stored.untouchedBecause(code).equals(typed.untouchedBecause(code)))
                .forEach(code -> lines.line(code + ": why it is not touched", stated(stored.untouchedBecause(code))));
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
     * @param because why it is not touched, as far as it is said
     */
    public record RightRow(
            String code,
            String name,
            String udhr,
            @Nullable Boolean touched,
            boolean described,
            String suggested,
            String because) {

        boolean untouched() {
            return Boolean.FALSE.equals(touched);
        }

        boolean explained() {
            return untouched() && !because.isEmpty();
        }

        public String reasonField() {
            return AssessmentDraft.reasonField(code);
        }
    }

    /** @param lines everything said of the impact, in the order it was asked */
    public record ImpactRow(
            String code,
            String name,
            String severity,
            String priority,
            List<Statement.Line> lines,
            List<ClauseReference> clauses) {}

    /** All rights but those that are carried over, which are not marked here (H8). */
    List<RightRow> rights(ReviewCase review, AssessmentDraft draft) {
        return dueRights.of(review).stream()
                .map(due -> new RightRow(
                        due.code(),
                        due.right().name(),
                        due.right().udhr(),
                        draft.touched().get(due.code()),
                        draft.impacts().containsKey(due.code()),
                        due.broughtInWords(),
                        draft.untouchedBecause(due.code())))
                .toList();
    }

    List<ImpactRow> impacts(ReviewCase review, List<Rated> rated) {
        Policy policy = policies.of(review);
        List<Source> listed = rated.isEmpty() ? List.of() : sources.of(review.id());
        return rated.stream().map(impact -> row(policy, impact, listed)).toList();
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
