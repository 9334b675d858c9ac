package org.contractethics.review.internal.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.paper.Paper;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Weighed;
import org.contractethics.review.internal.AllowedSpace.Row;
import org.contractethics.review.internal.Assessment;
import org.contractethics.review.internal.Assessment.Rated;
import org.contractethics.review.internal.Assessments;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.StageForm.Mitigation;
import org.contractethics.review.internal.StageResults;
import org.contractethics.review.internal.residual.ResidualCountersignatures;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What was weighed: each right with its severity, likelihood and mitigation, and what that leaves. The numbers are those kept with the
 * decision; texts are those of its pass, which nobody can change.
 */
@Component
class AssessmentOnPaper {

    private static final String NO_IMPACT = "-";
    private static final String UNKNOWN = "unknown";

    private final PeopleDirectory people;
    private final Policy policy;
    private final Assessments assessments;
    private final StageResults results;
    private final ResidualCountersignatures countersignatures;

    AssessmentOnPaper(
            PeopleDirectory people,
            Policy policy,
            Assessments assessments,
            StageResults results,
            ResidualCountersignatures countersignatures) {
        this.people = people;
        this.policy = policy;
        this.assessments = assessments;
        this.results = results;
        this.countersignatures = countersignatures;
    }

    void on(Paper.Builder paper, Decision decision) {
        List<Row> rows = decision.tables().space().rows().stream()
                .filter(row -> !row.right().equals(NO_IMPACT))
                .toList();
        Texts texts = texts(decision);
        paper.heading(2, "Assessed and residual severity")
                .table(
                        List.of("Right", "Assessed", "Mitigation", "Left by mitigation", "Decided with"),
                        rows.stream().map(row -> line(row, texts)).toList(),
                        "The assessment found no right touched.");
        if (rows.stream().anyMatch(row -> row.weighed() != null)) {
            paper.text(countersigned(decision, rows));
        }
    }

    private Texts texts(Decision decision) {
        return new Texts(
                new RightsInWords(policy.under(decision.policyNumber())),
                assessments
                        .find(decision.review(), decision.pass())
                        .map(Assessment::impacts)
                        .orElse(List.of()),
                results.form(decision.review(), decision.pass(), Mitigation.class)
                        .orElse(null));
    }

    /** The words of the pass beside the numbers of the decision. */
    private record Texts(RightsInWords rights, List<Rated> impacts, @Nullable Mitigation mitigation) {

        Optional<Rated> impact(String right) {
            return impacts.stream()
                    .filter(rated -> rated.impact().right().equals(right))
                    .findFirst();
        }

        String mitigation(String right) {
            List<String> lines = new ArrayList<>();
            impact(right)
                    .map(rated -> rated.impact().mitigation())
                    .filter(text -> !text.isBlank())
                    .ifPresent(lines::add);
            if (mitigation != null) {
                mitigation.measures().stream()
                        .filter(measure -> measure.rights().contains(right))
                        .forEach(measure -> lines.add(words(measure.kindName()) + ": " + measure.text()));
            }
            return lines.isEmpty() ? "None" : String.join("\n", lines);
        }
    }

    private static List<String> line(Row row, Texts texts) {
        String severity = row.inputs().getOrDefault("residualSeverity", UNKNOWN);
        String likelihood = row.inputs().getOrDefault("residualLikelihood", UNKNOWN);
        Weighed weighed = row.weighed();
        return List.of(
                texts.rights().of(row.right()),
                weighed == null
                        ? assessed(row, texts, severity, likelihood)
                        : both(weighed.assessed().name(), name(weighed.assessedLikelihood())),
                texts.mitigation(row.right()),
                weighed == null ? "Not stated" : both(weighed.residual().name(), name(weighed.residualLikelihood())),
                both(severity, likelihood));
    }

    /** Without mitigation the tables were asked with what was assessed; where the assessment is kept, it says so itself. */
    private static String assessed(Row row, Texts texts, String severity, String likelihood) {
        return texts.impact(row.right())
                .map(rated -> both(rated.severity().name(), name(rated.impact().likelihood())))
                .orElseGet(() -> both(severity, likelihood));
    }

    private static String both(String severity, String likelihood) {
        return words(severity) + ", " + words(likelihood).toLowerCase(Locale.ROOT);
    }

    private static String name(@Nullable Likelihood likelihood) {
        return likelihood == null ? UNKNOWN : likelihood.name();
    }

    /** A code of severity, likelihood or kind in words. */
    static String words(String code) {
        return switch (code) {
            case "INCOMPLETE", UNKNOWN -> "Not known";
            default -> code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT);
        };
    }

    private String countersigned(Decision decision, List<Row> rows) {
        return rows.stream().noneMatch(Row::lowered)
                ? "Mitigation leaves everything as it was assessed."
                : countersignatures
                        .at(decision.id())
                        .map(one -> (one.agreed() ? "Countersigned by " : "The countersignature was refused by ")
                                + people.displayName(one.person()) + " on " + Times.words(one.signedAt()) + ".")
                        .orElse("Nobody countersigned what mitigation leaves.");
    }
}
