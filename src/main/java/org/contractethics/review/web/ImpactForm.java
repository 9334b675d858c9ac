package org.contractethics.review.web;

import java.util.List;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.policy.Policy.Leverage;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.review.internal.Impact;
import org.contractethics.review.internal.Impact.Dimension;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form of the impact on one right. Severity is not asked: the table gives it. */
@Component
class ImpactForm {

    private final ClauseReferences clauses;

    ImpactForm(ClauseReferences clauses) {
        this.clauses = clauses;
    }

    static List<Section> sections() {
        return List.of(
                Section.of(
                        "Who is affected",
                        null,
                        Field.radios(
                                "kind",
                                "Is the impact there already?",
                                Field.choices(
                                        "ACTUAL",
                                        Impact.Kind.ACTUAL.label(),
                                        "POTENTIAL",
                                        Impact.Kind.POTENTIAL.label()),
                                null,
                                true),
                        Field.area("affected", "Rights holders", "Who is affected, and how.", true, 3),
                        Field.area(
                                "vulnerable-groups",
                                "Vulnerable groups among them",
                                "Children, migrants, detainees, minorities, others.",
                                false,
                                2)),
                Section.of(
                        "Severity",
                        "The table gives the severity from these three. A small number of people never lowers it. Choose \"Not known\" where you do not know: then the review can only go back.",
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
                        Field.area("irremediability-reason", "Reason for the irremediability", null, false, 2)),
                Section.of(
                        "Likelihood and involvement",
                        null,
                        Field.select("likelihood", "Likelihood", Anchors.LIKELIHOOD, null, true),
                        Field.select("involvement", "Involvement of the company", Anchors.INVOLVEMENT, null, true),
                        Field.select("leverage", "Leverage over the agency's use", Anchors.LEVERAGE, null, true)),
                Section.of(
                        "Grounds",
                        null,
                        Field.area("mitigation", "Mitigation to be thought of", null, false, 2),
                        Field.area(
                                "clauses",
                                "Clauses relied on",
                                "One a line: the number of the clause (7.2), or its address copied from the document viewer.",
                                false,
                                3)));
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
                .with("mitigation", impact.mitigation())
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
                values.text("mitigation"),
                clauses.read(contract, values.text("clauses")));
    }

    private static Dimension dimension(FormValues values, String name) {
        @Nullable Integer value = values.number(name);
        return new Dimension(value, values.text(name + "-reason"));
    }
}
