package org.contractethics.review.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.contractethics.policy.PastCases.WeighedFlags;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.PolicyVersion;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.Policy.Triage;
import org.contractethics.policy.Policy.TriageFacts;
import org.contractethics.policy.Safeguards.SafeguardState;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.evidence.Supports;
import org.contractethics.review.internal.execution.Executed;
import org.contractethics.review.internal.returning.SameDeal;
import org.jspecify.annotations.Nullable;

/** What a stage left behind: one record for each stage, and no other. Kept for ever as it was sent. */
public sealed interface StageForm {

    Stage stage();

    /**
     * @param documentSetHash the documents legal saw; the pass is about these
     * @param gaps what is missing from the documents in the reviewer's words; empty where nothing is
     */
    record DocumentCheck(String documentSetHash, List<String> readable, List<String> unreadable, String gaps)
            implements StageForm {
        @Override
        public Stage stage() {
            return Stage.DOCUMENT_CHECK;
        }
    }

    /** Legal clearance is not human-rights approval. */
    record LegalStop(LegalResult result, String reasons) implements StageForm {
        @Override
        public Stage stage() {
            return Stage.LEGAL_STOP;
        }
    }

    /**
     * @param raiseReason empty where the officer confirmed the tier of the table
     * @param policy the version the tables are of; null where it was sent before versions were kept
     * @param facts every input of the tables; null where it was sent before they were kept
     * @param sameDeal what was said of refused deals; null where it was sent before it was asked
     * @param untoldRedFlags what the documents show and the facts do not tell, a sentence each; null where it was sent before they counted
     * @param weighedFlags the red flags that were weighed; null where it was sent before they were kept
     */
    record TriageConfirmation(
            TriageAnswers answers,
            Triage table,
            Tier tier,
            String raiseReason,
            @Nullable PolicyVersion policy,
            @Nullable TriageFacts facts,
            @Nullable SameDeal sameDeal,
            @Nullable List<String> untoldRedFlags,
            @Nullable WeighedFlags weighedFlags)
            implements StageForm {
        @Override
        public Stage stage() {
            return Stage.TRIAGE;
        }
    }

    record Research(
            String endUse,
            String intendedCapability,
            String unintendedCapability,
            String lawsAndRemedies,
            List<Evidence> evidence)
            implements StageForm {
        @Override
        public Stage stage() {
            return Stage.RESEARCH;
        }
    }

    /**
     * The impacts themselves stand in tables of their own.
     *
     * @param untouched the rights not touched of which it is said why
     */
    record AssessmentSummary(
            List<String> touched,
            @Nullable Severity worst,
            String consultation,
            String proxyReason,
            List<Assessment.Untouched> untouched)
            implements StageForm {

        /** Results from before reasons were asked for name none. */
        public AssessmentSummary {
            untouched = Objects.requireNonNullElse(untouched, List.of());
        }

        @Override
        public Stage stage() {
            return Stage.ASSESSMENT;
        }
    }

    /**
     * @param safeguards what was found in the contract, by code; one that is not named was not checked
     * @param missingSafeguards what is missing, and the customer's words where they refused
     * @param safeguardReasons by code: the clause that an answer rests on where no finding shows it, as it was named; or what was promised
     * @param citedFindings by code: ids of the confirmed findings that the answer rests on; empty until it is agreed
     * @param safeguardClauses by code: the clause that was named, where no finding shows it; empty until it is agreed
     */
    record Mitigation(
            List<Measure> measures,
            List<Residual> residuals,
            Map<String, SafeguardState> safeguards,
            String missingSafeguards,
            Map<String, String> safeguardReasons,
            Map<String, List<String>> citedFindings,
            Map<String, SafeguardClause> safeguardClauses)
            implements StageForm {

        /** Results from before findings were kept name neither reasons nor findings. */
        public Mitigation {
            safeguardReasons = Objects.requireNonNullElse(safeguardReasons, Map.of());
            citedFindings = Objects.requireNonNullElse(citedFindings, Map.of());
            safeguardClauses = Objects.requireNonNullElse(safeguardClauses, Map.of());
        }

        Mitigation citing(Map<String, List<String>> findings, Map<String, SafeguardClause> clauses) {
            return new Mitigation(
                    measures,
                    residuals,
                    safeguards,
                    missingSafeguards,
                    safeguardReasons,
                    Map.copyOf(findings),
                    Map.copyOf(clauses));
        }

        @Override
        public Stage stage() {
            return Stage.MITIGATION;
        }
    }

    record VoteClosed(int round, Map<String, Integer> tally, int valid, int quorum, String carried)
            implements StageForm {
        @Override
        public Stage stage() {
            return Stage.VOTE;
        }
    }

    record DecisionTaken(String decisionId, Outcome outcome, String reasons) implements StageForm {
        @Override
        public Stage stage() {
            return Stage.DECISION;
        }
    }

    record ClarificationAnswer(String question, String answer) implements StageForm {
        @Override
        public Stage stage() {
            return Stage.CLARIFICATION;
        }
    }

    /** @param outcome that stands after the ruling; null where the case goes back, and in rulings from before it was kept */
    record AppealRuled(AppealResult result, @Nullable Outcome outcome, String reasons) implements StageForm {
        @Override
        public Stage stage() {
            return Stage.APPEAL;
        }
    }

    /**
     * @param refusal why nothing was signed; empty where it was
     * @param executed what was signed; null where nothing was, and in forms sent before executed copies were brought
     */
    record SignatureCheck(
            GateResult result, String documentSetHash, String licence, String refusal, @Nullable Executed executed)
            implements StageForm {
        @Override
        public Stage stage() {
            return Stage.SIGNATURE_GATE;
        }
    }

    /**
     * Each claim stands with its source.
     *
     * @param reliability in one word, of forms sent before sources were graded; null since
     * @param supports the statement of the research; null in those forms
     * @param number of the source in the list of the review; null in those forms
     */
    record Evidence(
            String claim,
            String source,
            LocalDate date,
            @Nullable Reliability reliability,
            boolean independent,
            @Nullable Supports supports,
            @Nullable Integer number) {}

    /**
     * @param kind null only in what was not checked yet
     * @param verification how anybody can see that the measure is in place; without it the measure does not count
     */
    record Measure(@Nullable MeasureKind kind, String text, String verification, List<String> rights) {

        /** The name of its kind; empty in what was not checked yet. */
        public String kindName() {
            return kind == null ? "" : kind.name();
        }
    }

    /** @param lowered by name of the number that is lowered; none in results from before reasons were asked for */
    record Residual(
            String right,
            @Nullable Integer scale,
            @Nullable Integer scope,
            @Nullable Integer irremediability,
            @Nullable Likelihood likelihood,
            Map<String, Lowering> lowered) {

        public Residual {
            lowered = Objects.requireNonNullElse(lowered, Map.of());
        }
    }

    /** @param measure that it rests on, counted from 1 */
    record Lowering(String reason, @Nullable Integer measure) {

        static final Lowering NONE = new Lowering("", null);
    }

    /** Result of the legal stop. */
    enum LegalResult {
        CLEAR("Clear: no legal ground to stop"),
        LICENCE_NEEDED("An export or other licence is needed before signature"),
        STOP("Stop: the contract is unlawful");

        private final String label;

        LegalResult(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** How far a source can be relied on, as it was said before sources were graded. */
    enum Reliability {
        HIGH,
        MEDIUM,
        LOW
    }

    /** What a measure works with. */
    enum MeasureKind {
        TECHNICAL,
        CONTRACTUAL,
        ORGANISATIONAL
    }

    /** Result of an appeal. */
    enum AppealResult {
        CONFIRM("Confirm the decision"),
        CHANGE("Change the decision"),
        RETURN("Return the contract for a fresh review");

        private final String label;

        AppealResult(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Result of the signature gate. */
    enum GateResult {
        SIGNED,
        /** Facts or documents changed since the approval, so it lapsed and a delta review began (H8). */
        LAPSED,
        RETURN
    }
}
