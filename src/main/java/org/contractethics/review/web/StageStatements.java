package org.contractethics.review.web;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.policy.Safeguards.SafeguardState;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.SafeguardClause;
import org.contractethics.review.internal.StageForm;
import org.contractethics.review.internal.StageForm.AppealRuled;
import org.contractethics.review.internal.StageForm.AssessmentSummary;
import org.contractethics.review.internal.StageForm.ClarificationAnswer;
import org.contractethics.review.internal.StageForm.DecisionTaken;
import org.contractethics.review.internal.StageForm.DocumentCheck;
import org.contractethics.review.internal.StageForm.Evidence;
import org.contractethics.review.internal.StageForm.LegalStop;
import org.contractethics.review.internal.StageForm.Mitigation;
import org.contractethics.review.internal.StageForm.Reliability;
import org.contractethics.review.internal.StageForm.Research;
import org.contractethics.review.internal.StageForm.Residual;
import org.contractethics.review.internal.StageForm.SignatureCheck;
import org.contractethics.review.internal.StageForm.TriageConfirmation;
import org.contractethics.review.internal.StageForm.VoteClosed;
import org.contractethics.review.internal.StageResult;
import org.contractethics.review.internal.evidence.Supports;
import org.contractethics.review.internal.execution.Executed;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a stage left behind, in words. */
@Component
class StageStatements {

    private final PeopleDirectory people;
    private final RightOptions rights;
    private final SafeguardFields safeguards;
    private final TierWords tierWords;

    StageStatements(PeopleDirectory people, RightOptions rights, TierWords tierWords, SafeguardFields safeguards) {
        this.people = people;
        this.rights = rights;
        this.safeguards = safeguards;
        this.tierWords = tierWords;
    }

    Statement of(StageResult result) {
        Statement.Builder statement = Statement.titled(title(result.stage()));
        add(statement, result.form());
        return statement
                .line("Done by", doneBy(result) + ", " + Times.words(result.completedAt()))
                .build();
    }

    /** The same of what a delta review carries over: marked, with its citation, so that it never looks newly made (H8). */
    Statement carriedOver(StageResult result) {
        Statement.Builder statement = Statement.titled(title(result.stage()) + " (carried over, not made anew)")
                .line(
                        "Carried over from",
                        "Review decided before, pass " + result.pass(),
                        "/reviews/" + result.review() + "/record");
        add(statement, result.form());
        return statement
                .line("Written by", doneBy(result) + ", " + Times.words(result.completedAt()))
                .build();
    }

    private String doneBy(StageResult result) {
        String holder = result.onBehalfOf();
        return people.displayName(result.actor())
                + (holder == null ? "" : " on behalf of " + people.displayName(holder));
    }

    /** The stage as a thing that was done, not as a task. */
    static String title(Stage stage) {
        return switch (stage) {
            case CLARIFICATION -> "Clarification";
            case DOCUMENT_CHECK -> "Document check";
            case LEGAL_STOP -> "Legal check";
            case TRIAGE -> "Triage";
            case RESEARCH -> "Research";
            case ASSESSMENT -> "Assessment";
            case MITIGATION -> "Mitigation";
            case VOTE -> "Vote";
            case DECISION -> "Decision";
            case APPEAL -> "Appeal";
            case SIGNATURE_GATE -> "Signature gate";
        };
    }

    private void add(Statement.Builder statement, StageForm form) {
        if (form instanceof DocumentCheck check) {
            statement
                    .lines("Readable", check.readable())
                    .lines("Not readable", check.unreadable())
                    .line("Missing", check.gaps());
        } else if (form instanceof LegalStop stop) {
            statement.line("Result", stop.result().label()).line("Reasons", stop.reasons());
        } else if (form instanceof TriageConfirmation triage) {
            tierWords.explain(statement, triage);
        } else if (form instanceof Research research) {
            research(statement, research);
        } else if (form instanceof Mitigation mitigation) {
            mitigation(statement, mitigation);
        } else {
            later(statement, form);
        }
    }

    private void later(Statement.Builder statement, StageForm form) {
        if (form instanceof AssessmentSummary assessment) {
            statement
                    .line("Rights touched", String.join("; ", rights.names(assessment.touched())))
                    .line(
                            "Worst severity",
                            assessment.worst() == null
                                    ? "No right touched"
                                    : ReviewWords.plain(assessment.worst().name()))
                    .line("Consultation", assessment.consultation())
                    .line("Without the affected", assessment.proxyReason());
            assessment
                    .untouched()
                    .forEach(right ->
                            statement.line("Not touched: " + rights.name(right.right()), rights.because(right)));
        } else if (form instanceof VoteClosed vote) {
            statement.line("Carried", ReviewWords.outcome(vote.carried())).line("Valid votes", vote.valid());
        } else if (form instanceof DecisionTaken decision) {
            statement.line("Outcome", decision.outcome().label());
        } else if (form instanceof ClarificationAnswer answer) {
            statement.line("Question", answer.question()).line("Answer", answer.answer());
        } else if (form instanceof AppealRuled ruling) {
            statement
                    .line("Ruling", ruling.result().label())
                    .line(
                            "Decision after it",
                            ruling.outcome() == null ? null : ruling.outcome().label())
                    .line("Reasons", ruling.reasons());
        } else if (form instanceof SignatureCheck check) {
            statement
                    .line("Result", check.refusal().isEmpty() ? "Signed" : "Refused")
                    .line("Why", check.refusal())
                    .line("Licence", check.licence())
                    .line("Hash of the documents", check.documentSetHash());
            Executed executed = check.executed();
            if (executed != null) {
                executed(statement, executed);
            }
        }
    }

    private static void executed(Statement.Builder statement, Executed executed) {
        statement
                .line("Compared", executed.verdict().label())
                .line("Signed on", Times.words(executed.signedOn()))
                .line("Signed for the company by", executed.companySignatory())
                .line("Signed for the customer by", executed.customerSignatory());
        executed.copies().forEach(copy -> statement
                .line(
                        "Executed copy",
                        copy.fileName(),
                        "/contracts/" + executed.contract() + "/documents/" + copy.version())
                .line("SHA-256 of it", copy.sha256()));
    }

    private static void research(Statement.Builder statement, Research research) {
        statement
                .line("End use", research.endUse())
                .line("Intended capability", research.intendedCapability())
                .line("Unintended capability", research.unintendedCapability())
                .line("Laws and remedies", research.lawsAndRemedies());
        research.evidence().forEach(evidence -> evidence(statement, evidence));
    }

    private static void evidence(Statement.Builder statement, Evidence evidence) {
        Supports supports = evidence.supports();
        Reliability reliability = evidence.reliability();
        if (supports != null) {
            statement.line(
                    "Evidence: " + supports.label().toLowerCase(Locale.ROOT),
                    evidence.claim() + " (Source " + evidence.number() + ": " + evidence.source() + ")");
        } else {
            statement.line(
                    "Evidence",
                    evidence.claim() + " (" + evidence.source() + ", " + Times.words(evidence.date())
                            + (reliability == null
                                    ? ""
                                    : ", reliability " + reliability.name().toLowerCase(Locale.ROOT))
                            + (evidence.independent() ? ", independent)" : ", not independent)"));
        }
    }

    private void mitigation(Statement.Builder statement, Mitigation mitigation) {
        mitigation
                .measures()
                .forEach(measure -> statement.line(
                        ReviewWords.plain(measure.kindName()) + " measure",
                        measure.text()
                                + (measure.verification().isBlank()
                                        ? " (cannot be verified, so it does not count)"
                                        : " (verified by: " + measure.verification() + ")")
                                + (measure.rights().isEmpty()
                                        ? ""
                                        : ", against: " + String.join("; ", rights.names(measure.rights())))));
        mitigation
                .residuals()
                .forEach(residual -> statement.line(
                        "Left of " + rights.name(residual.right()),
                        "scale " + known(residual.scale()) + ", scope " + known(residual.scope()) + ", irremediability "
                                + known(residual.irremediability()) + ", likelihood "
                                + Anchors.words(Anchors.LIKELIHOOD, residual.likelihood())
                                        .toLowerCase(Locale.ROOT)
                                + lowered(residual)));
        safeguards
                .byState(mitigation.safeguards())
                .forEach((state, names) -> statement.line("Safeguards: " + state, names));
        mitigation.safeguardReasons().forEach((code, reason) -> rests(statement, mitigation, code, reason));
        mitigation
                .citedFindings()
                .forEach((code, findings) -> statement.line(
                        safeguards.name(code) + " rests on",
                        findings.size() == 1 ? "1 confirmed finding" : findings.size() + " confirmed findings"));
        statement.line("Missing safeguards", mitigation.missingSafeguards());
    }

    /** The clause that was found by what was typed, or what was typed where none was looked for. */
    private void rests(Statement.Builder statement, Mitigation mitigation, String code, String typed) {
        SafeguardClause clause = mitigation.safeguardClauses().get(code);
        boolean promised = mitigation.safeguards().get(code) == SafeguardState.PROMISED;
        String label = safeguards.name(code) + (promised ? " was promised" : " rests on");
        if (clause == null) {
            statement.line(label, typed);
        } else {
            statement.line(label, clause.words(), clause.link());
        }
    }

    /** Why each number is lower than assessed. */
    private static String lowered(Residual residual) {
        return residual.lowered().entrySet().stream()
                .filter(entry -> !entry.getValue().reason().isBlank())
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> "; " + entry.getKey() + " lowered by measure "
                        + entry.getValue().measure() + ": " + entry.getValue().reason())
                .collect(Collectors.joining());
    }

    private static String known(@Nullable Integer value) {
        return value == null ? "not known" : value.toString();
    }
}
