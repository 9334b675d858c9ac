package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.policy.Policy.Leverage;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.review.internal.Impact;
import org.contractethics.review.internal.Impact.Dimension;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.evidence.SourceList;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form of the impact on one right. Severity is not asked: the table gives it. */
@Component
class ImpactForm {

    private final ClauseReferences clauses;
    private final SourceList sources;

    ImpactForm(ClauseReferences clauses, SourceList sources) {
        this.clauses = clauses;
        this.sources = sources;
    }

    List<Section> sections(ReviewCase review) {
        return List.of(affected(), severity(), involvement(), grounds(review));
    }

    private static Section affected() {
        return Section.of(
                "Who is affected",
                null,
                Field.radios(
                        "kind",
                        "Is the impact actual or potential?",
                        Field.choices(
                                "ACTUAL",
                                "Actual: " + Impact.Kind.ACTUAL.label().toLowerCase(Locale.ROOT),
                                "POTENTIAL",
                                "Potential: " + Impact.Kind.POTENTIAL.label().toLowerCase(Locale.ROOT)),
                        null,
                        true),
                Field.area("affected", "Rights holders", "Who is affected, and how.", true, 3),
                Field.area(
                        "vulnerable-groups",
                        "Vulnerable groups among them",
                        "Children, migrants, detainees, minorities, others; or that you looked and found none.",
                        true,
                        2));
    }

    private static Section severity() {
        return Section.of(
                "Severity",
                "The table gives the severity from these three, for this right alone; nothing is averaged. A small number of people never lowers it. Choose \"Not known\" where you do not know: then the review can only go back.",
                Field.select("scale", "Scale", Anchors.SCALE, "How grave.", true),
                Field.area("scale-reason", "Reason for the scale", null, false, 2),
                Field.select("scope", "Scope", Anchors.SCOPE, "How many.", true),
                Field.area("scope-reason", "Reason for the scope", null, false, 2),
                Field.select(
                        "irremediability",
                        "Irremediability",
                        Anchors.IRREMEDIABILITY,
                        "Whether it can be made good.",
                        true),
                Field.area("irremediability-reason", "Reason for the irremediability", null, false, 2));
    }

    private static Section involvement() {
        return Section.of(
                "Likelihood, involvement, leverage",
                null,
                Field.select("likelihood", "Likelihood", Anchors.LIKELIHOOD, null, true),
                Field.select("involvement", "Involvement of the company", Anchors.INVOLVEMENT, null, true),
                Field.select("leverage", "Leverage over the agency's use", Anchors.LEVERAGE, null, true),
                Field.area(
                        "leverage-use",
                        "How the company can use or raise its leverage",
                        "Needed where there is some: terms, technical limits, acting with others.",
                        false,
                        2),
                Field.area("mitigation", "Mitigation to be thought of", null, false, 2));
    }

    private Section grounds(ReviewCase review) {
        Map<String, String> listed = SourceFields.listed(sources.standing(review.id()));
        List<Field> fields = new ArrayList<>();
        if (!listed.isEmpty()) {
            fields.add(Field.checkboxes(
                    "sources", "Sources that this impact rests on", listed, "From T2 on at least one."));
        }
        fields.add(Field.area(
                "clauses",
                "Clauses relied on",
                "One a line: the number of the clause (7.2), or its address copied from the document viewer.",
                false,
                3));
        return Section.of("Grounds", null, fields);
    }

    FormValues values(Impact impact) {
        return FormValues.none()
                .with("kind", impact.kind())
                .with("affected", impact.affected())
                .with("vulnerable-groups", impact.vulnerableGroups())
                .with("scale", impact.scale().value())
                .with("scale-reason", impact.scale().reason())
                .with("scope", impact.scope().value())
                .with("scope-reason", impact.scope().reason())
                .with("irremediability", impact.irremediability().value())
                .with("irremediability-reason", impact.irremediability().reason())
                .with("likelihood", impact.likelihood())
                .with("involvement", impact.involvement())
                .with("leverage", impact.leverage())
                .with("leverage-use", impact.leverageUse())
                .with("mitigation", impact.mitigation())
                .with("sources", impact.sources().stream().map(String::valueOf).toList())
                .with("clauses", clauses.write(impact.clauses()));
    }

    Impact impact(ContractId contract, String right, FormValues values) {
        return new Impact(
                right,
                values.constant("kind", Impact.Kind.class),
                values.text("affected"),
                values.text("vulnerable-groups"),
                dimension(values, "scale"),
                dimension(values, "scope"),
                dimension(values, "irremediability"),
                values.constant("likelihood", Likelihood.class),
                values.constant("involvement", Involvement.class),
                values.constant("leverage", Leverage.class),
                values.text("leverage-use"),
                values.text("mitigation"),
                clauses.read(contract, values.text("clauses")),
                values.numbers("sources"));
    }

    private static Dimension dimension(FormValues values, String name) {
        @Nullable Integer value = values.number(name);
        return new Dimension(value, values.text(name + "-reason"));
    }
}
