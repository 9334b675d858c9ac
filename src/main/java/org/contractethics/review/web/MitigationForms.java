package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.AgreeingMitigation;
import org.contractethics.review.internal.AllowedSpace;
import org.contractethics.review.internal.Assessment;
import org.contractethics.review.internal.Assessment.Rated;
import org.contractethics.review.internal.Assessments;
import org.contractethics.review.internal.Impact;
import org.contractethics.review.internal.OpeningVote;
import org.contractethics.review.internal.StageForm.Measure;
import org.contractethics.review.internal.StageForm.MeasureKind;
import org.contractethics.review.internal.StageForm.Mitigation;
import org.contractethics.review.internal.StageForm.Residual;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.shared.FormProblem;
import org.springframework.stereotype.Component;

/** S7. */
@Component
class MitigationForms implements StageForms {

    private static final String COUNT = "measure-count";

    private final AgreeingMitigation agreeing;
    private final OpeningVote openingVote;
    private final Assessments assessments;
    private final RightOptions rights;
    private final SafeguardFields safeguards;

    MitigationForms(
            AgreeingMitigation agreeing,
            OpeningVote openingVote,
            Assessments assessments,
            RightOptions rights,
            SafeguardFields safeguards) {
        this.agreeing = agreeing;
        this.openingVote = openingVote;
        this.assessments = assessments;
        this.rights = rights;
        this.safeguards = safeguards;
    }

    @Override
    public Stage stage() {
        return Stage.MITIGATION;
    }

    @Override
    public String act() {
        return "Record the mitigation and open the vote";
    }

    @Override
    public FormValues initial(Open open) {
        FormValues values = FormValues.none();
        impacts(open).forEach(rated -> {
            Impact impact = rated.impact();
            String id = id(impact);
            values.with(id + "scale", impact.scale().value())
                    .with(id + "scope", impact.scope().value())
                    .with(id + "irremediability", impact.irremediability().value())
                    .with(id + "likelihood", impact.likelihood());
        });
        return values;
    }

    @Override
    public List<Section> sections(Open open, FormValues values) {
        List<Section> sections = new ArrayList<>();
        int count = values.count(COUNT, 1);
        for (int number = 1; number <= count; number++) {
            Section measure = measure(open, "measure-" + number + "-", number);
            sections.add(number == count ? measure.adding(COUNT) : measure);
        }
        impacts(open).forEach(rated -> sections.add(residual(rated)));
        sections.addAll(safeguards.sections(open.review()));
        sections.add(Section.of(
                "What is missing",
                null,
                Field.area(
                        "missing-safeguards",
                        "Missing safeguards",
                        "Why each is missing, and where the customer refused one: in the customer's words.",
                        false,
                        3),
                Field.hidden(COUNT)));
        return sections;
    }

    private Section measure(Open open, String id, int number) {
        return Section.of(
                "Measure " + number,
                number == 1 ? "A measure counts only if somebody can verify that it is in place." : null,
                Field.select(
                        id + "kind",
                        "Kind",
                        Field.choices(
                                "TECHNICAL",
                                "Technical",
                                "CONTRACTUAL",
                                "Contractual",
                                "ORGANISATIONAL",
                                "Organisational"),
                        null,
                        false),
                Field.area(id + "text", "What is done", null, false, 2),
                Field.text(id + "verification", "How it is verified", "By whom, and by what they see it.", false),
                Field.checkboxes(
                        id + "rights", "Rights it protects", rights.options(rights.touched(open.review())), null));
    }

    private Section residual(Rated rated) {
        String id = id(rated.impact());
        return Section.of(
                "What is left of " + rights.name(rated.impact().right()),
                "Assessed as " + rated.severity().name().toLowerCase(Locale.ROOT)
                        + ". Lower a number only where a verifiable measure does it.",
                Field.select(id + "scale", "Scale", Anchors.SCALE, null, true),
                Field.select(id + "scope", "Scope", Anchors.SCOPE, null, true),
                Field.select(id + "irremediability", "Irremediability", Anchors.IRREMEDIABILITY, null, true),
                Field.select(id + "likelihood", "Likelihood", Anchors.LIKELIHOOD, null, true));
    }

    @Override
    public List<FormProblem> problems(Open open, FormValues values) {
        return agreeing.problems(open.review(), mitigation(open, values));
    }

    @Override
    public List<Statement> consequences(Open open, FormValues values) {
        AllowedSpace space = openingVote.space(open.review(), mitigation(open, values));
        return List.of(ReviewWords.space(space));
    }

    @Override
    public String send(Open open, FormValues values) {
        agreeing.agree(open.review().id(), mitigation(open, values), open.actor());
        return "The mitigation is recorded and the vote is open.";
    }

    private Mitigation mitigation(Open open, FormValues values) {
        List<Measure> measures = new ArrayList<>();
        for (int number = 1; number <= values.count(COUNT, 1); number++) {
            String id = "measure-" + number + "-";
            if (!values.text(id + "text").isEmpty()
                    || !values.text(id + "verification").isEmpty()
                    || !values.list(id + "rights").isEmpty()) {
                MeasureKind kind = values.constant(id + "kind", MeasureKind.class);
                measures.add(new Measure(
                        kind == null ? MeasureKind.ORGANISATIONAL : kind,
                        values.text(id + "text"),
                        values.text(id + "verification"),
                        values.list(id + "rights")));
            }
        }
        List<Residual> residuals = impacts(open).stream()
                .map(rated -> residual(id(rated.impact()), rated.impact().right(), values))
                .toList();
        return new Mitigation(
                measures,
                residuals,
                safeguards.states(open.review(), values),
                values.text("missing-safeguards"),
                safeguards.reasons(open.review(), values),
                Map.of(),
                Map.of());
    }

    private static Residual residual(String id, String right, FormValues values) {
        return new Residual(
                right,
                values.number(id + "scale"),
                values.number(id + "scope"),
                values.number(id + "irremediability"),
                values.constant(id + "likelihood", Likelihood.class));
    }

    private List<Rated> impacts(Open open) {
        return assessments
                .find(open.review().id(), open.review().pass())
                .map(Assessment::impacts)
                .orElse(List.of());
    }

    private static String id(Impact impact) {
        return "residual-" + impact.right() + "-";
    }
}
