package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.AgreeingMitigation;
import org.contractethics.review.internal.AllowedSpace;
import org.contractethics.review.internal.Assessment;
import org.contractethics.review.internal.Assessment.Rated;
import org.contractethics.review.internal.Assessments;
import org.contractethics.review.internal.Impact;
import org.contractethics.review.internal.OpeningVote;
import org.contractethics.review.internal.RealWords;
import org.contractethics.review.internal.Spaces;
import org.contractethics.review.internal.StageForm.Lowering;
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
        impacts(open).forEach(rated -> sections.add(residual(rated, count)));
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

    private Section residual(Rated rated, int measures) {
        String id = id(rated.impact());
        List<Field> fields = new ArrayList<>();
        lowerable(fields, id + "scale", "Scale", Anchors.SCALE, measures);
        lowerable(fields, id + "scope", "Scope", Anchors.SCOPE, measures);
        lowerable(fields, id + "irremediability", "Irremediability", Anchors.IRREMEDIABILITY, measures);
        lowerable(fields, id + "likelihood", "Likelihood", Anchors.LIKELIHOOD, measures);
        return Section.of(
                "What is left of " + rights.name(rated.impact().right()),
                "Assessed as " + rated.severity().name().toLowerCase(Locale.ROOT)
                        + ". Lower a number only where a verifiable measure does it, with a reason for each. What is lower counts"
                        + " once another human-rights reviewer has countersigned it.",
                fields);
    }

    /** A number with why it is lower and by which measure, for where it is. */
    private static void lowerable(
            List<Field> fields, String id, String label, Map<String, String> anchors, int measures) {
        Map<String, String> numbers = Field.choices();
        for (int number = 1; number <= measures; number++) {
            numbers.put(String.valueOf(number), "Measure " + number);
        }
        fields.add(Field.select(id, label, anchors, null, true));
        fields.add(Field.area(
                id + "-reason",
                label + ": why it is lower",
                "Where it is lower than assessed, at least " + RealWords.LEAST + " characters.",
                false,
                2));
        fields.add(Field.select(id + "-measure", label + ": measure that lowers it", numbers, null, false));
    }

    @Override
    public List<FormProblem> problems(Open open, FormValues values) {
        return RowNumbers.inForm(agreeing.problems(open.review(), mitigation(open, values)), "measure-", rows(values));
    }

    @Override
    public List<Statement> consequences(Open open, FormValues values) {
        Spaces spaces = openingVote.spaces(open.review(), mitigation(open, values));
        AllowedSpace left = spaces.residual();
        return left == null
                ? List.of(ReviewWords.space("What may be decided", spaces.assessed()))
                : List.of(
                        ReviewWords.space(
                                "What may be decided until the residual severity is countersigned", spaces.assessed()),
                        ReviewWords.space("What may be decided once it is countersigned", left));
    }

    @Override
    public String send(Open open, FormValues values) {
        agreeing.agree(open.review().id(), mitigation(open, values), open.actor());
        return "The mitigation is recorded and the vote is open.";
    }

    /** The numbers of the measures that somebody began: rows between them may be empty. */
    private static List<Integer> rows(FormValues values) {
        return IntStream.rangeClosed(1, values.count(COUNT, 1))
                .filter(number -> Stream.of("kind", "text", "verification", "rights")
                        .anyMatch(part ->
                                !values.list("measure-" + number + "-" + part).isEmpty()))
                .boxed()
                .toList();
    }

    private Mitigation mitigation(Open open, FormValues values) {
        List<Measure> measures = new ArrayList<>();
        Map<Integer, Integer> places = new HashMap<>();
        for (int number : rows(values)) {
            String id = "measure-" + number + "-";
            measures.add(new Measure(
                    values.constant(id + "kind", MeasureKind.class),
                    values.text(id + "text"),
                    values.text(id + "verification"),
                    values.list(id + "rights")));
            places.put(number, measures.size());
        }
        List<Residual> residuals = impacts(open).stream()
                .map(rated -> residual(rated.impact(), values, places))
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

    private static Residual residual(Impact impact, FormValues values, Map<Integer, Integer> places) {
        String id = id(impact);
        return new Residual(
                impact.right(),
                values.number(id + "scale"),
                values.number(id + "scope"),
                values.number(id + "irremediability"),
                values.constant(id + "likelihood", Likelihood.class),
                Map.of(
                        "scale", lowering(id + "scale", values, places),
                        "scope", lowering(id + "scope", values, places),
                        "irremediability", lowering(id + "irremediability", values, places),
                        "likelihood", lowering(id + "likelihood", values, places)));
    }

    /** @param places where a measure stands among those that were filled in, by its number in the form */
    private static Lowering lowering(String id, FormValues values, Map<Integer, Integer> places) {
        Integer number = values.number(id + "-measure");
        return new Lowering(values.text(id + "-reason"), number == null ? null : places.get(number));
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
