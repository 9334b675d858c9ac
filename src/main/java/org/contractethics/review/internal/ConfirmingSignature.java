package org.contractethics.review.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.document.Documents;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.StageForm.GateResult;
import org.contractethics.review.internal.StageForm.LegalResult;
import org.contractethics.review.internal.StageForm.LegalStop;
import org.contractethics.review.internal.StageForm.SignatureCheck;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.execution.CheckingExecution;
import org.contractethics.review.internal.execution.Executed;
import org.contractethics.review.internal.execution.Executed.Kept;
import org.contractethics.review.internal.execution.Execution;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * S10: legal confirms that what was signed is what was decided on: the executed copies are held against the documents of the decision.
 * Other documents, or an approval that ran out, send the contract back; the database refuses the signature in any case (H7).
 */
@Component
public class ConfirmingSignature {

    private final StageWork work;
    private final ReviewCases reviews;
    private final Decisions decisions;
    private final StageResults results;
    private final WeighedFacts weighed;
    private final Documents documents;
    private final ContractRegister contracts;
    private final Returning returning;
    private final OpeningDeltaReview opening;
    private final BeforeSignature before;
    private final CheckingExecution execution;

    ConfirmingSignature(
            StageWork work,
            ReviewCases reviews,
            Decisions decisions,
            StageResults results,
            WeighedFacts weighed,
            Documents documents,
            ContractRegister contracts,
            Returning returning,
            OpeningDeltaReview opening,
            BeforeSignature before,
            CheckingExecution execution) {
        this.work = work;
        this.reviews = reviews;
        this.decisions = decisions;
        this.results = results;
        this.weighed = weighed;
        this.documents = documents;
        this.contracts = contracts;
        this.returning = returning;
        this.opening = opening;
        this.before = before;
        this.execution = execution;
    }

    /**
     * @param same whether what was signed is what was decided on; null where not answered
     * @param licence number of the licence, where legal had found one to be needed
     * @param difference what differs, in words; empty where nothing does
     * @param execution the executed copies, and who signed when
     */
    public record Confirmation(@Nullable Boolean same, String licence, String difference, Execution execution) {

        /** Where nothing is stated of the signature, because nothing can be signed or another document was. */
        public Confirmation(@Nullable Boolean same, String licence, String difference) {
            this(same, licence, difference, Execution.NONE);
        }
    }

    public List<FormProblem> problems(ReviewCase review, Confirmation confirmation) {
        boolean same = Boolean.TRUE.equals(confirmation.same());
        Problems problems = new Problems()
                .when(confirmation.same() == null, "same", "Say whether what was signed is what was decided on.")
                .when(
                        same && licenceNeeded(review) && confirmation.licence().isBlank(),
                        "licence",
                        "Legal found that a licence is needed. Give its number; without it nothing can be signed.")
                .when(
                        Boolean.FALSE.equals(confirmation.same())
                                && confirmation.difference().isBlank(),
                        "difference",
                        "Say what differs.")
                .length(confirmation.licence(), "licence")
                .length(confirmation.difference(), "difference");
        if (same) {
            signable(review).ifPresent(decision -> execution
                    .problems(review, decision, confirmation.execution())
                    .forEach(wrong -> problems.when(true, wrong.field(), wrong.message())));
        }
        return problems.list();
    }

    /** The decision that the contract can be signed on; empty where it goes back whatever was signed. */
    private Optional<Decision> signable(ReviewCase review) {
        return decisions
                .latestOf(review.id())
                .filter(decision -> decision.approves()
                        && refusals(decision, execution.today()).isEmpty());
    }

    public boolean licenceNeeded(ReviewCase review) {
        return results.form(review.id(), review.pass(), LegalStop.class)
                .map(stop -> stop.result() == LegalResult.LICENCE_NEEDED)
                .orElse(false);
    }

    /** Why the contract cannot be signed on this decision, whatever legal confirms; empty where it can. */
    public List<String> refusals(Decision decision, LocalDate today) {
        List<String> refusals = new ArrayList<>(changes(decision));
        LocalDate expiresOn = decision.expiresOn();
        if (expiresOn == null || expiresOn.isBefore(today)) {
            refusals.add("The approval ran out on " + (expiresOn == null ? "no day" : Times.words(expiresOn)) + ".");
        }
        decisions.lapse(decision.id()).ifPresent(reason -> refusals.add("The approval lapsed: " + reason));
        return refusals;
    }

    /** What holds the signature although the approval is valid; empty where nothing does. */
    public List<String> held(Decision decision) {
        return before.held(decision);
    }

    /** What is not as it was when the decision was made. */
    private List<String> changes(Decision decision) {
        List<String> changes = new ArrayList<>();
        if (!documents.documentSetHash(decision.contract()).equals(decision.documentSetHash())) {
            changes.add("The documents are not the ones that were decided on (H7).");
        }
        List<String> changed = weighed.changed(decision.review(), decision.pass());
        if (!changed.isEmpty()) {
            changes.add(
                    "Facts of the contract changed since they were weighed: " + WeighedFacts.words(changed) + " (H8).");
        }
        return changes;
    }

    @Transactional
    public GateResult confirm(ReviewId id, Confirmation confirmation, Actor actor) {
        Open open = work.begin(id, Stage.SIGNATURE_GATE, actor);
        // a document that comes in at this moment is either seen below or refused, because the contract is signed (H7)
        documents.hold(open.review().contract());
        Problems.refuse(problems(open.review(), confirmation));
        Decision decision = decisions.approvalToSignOn(id);
        List<String> refusals = new ArrayList<>(refusals(decision, execution.today()));
        if (!Boolean.TRUE.equals(confirmation.same())) {
            refusals.add("Legal found other documents: " + confirmation.difference());
        }
        if (refusals.isEmpty()) {
            return sign(open, decision, confirmation);
        }
        Refusal refusal = new Refusal(String.join(" ", refusals), broughtOf(open, decision, confirmation));
        return refusals.equals(changes(decision)) && work.endsOnLapse(id)
                ? lapse(open, decision, refusal)
                : refuse(open, decision, refusal);
    }

    /** @param copies what was brought as signed; empty where nothing was */
    private record Refusal(String reason, List<Kept> copies) {}

    private List<Kept> broughtOf(Open open, Decision decision, Confirmation confirmation) {
        return execution.kept(execution.compared(
                open.review(), decision, confirmation.execution().copies()));
    }

    /** H8: what changed is reviewed by a delta review; this review ends with the approval. */
    private GateResult lapse(Open open, Decision decision, Refusal refusal) {
        refused(open, decision, refusal);
        reviews.close(open.id(), open.now());
        finish(open, GateResult.LAPSED, refusal.reason());
        opening.open(open.review(), decision, open.actor().username(), open.now());
        return GateResult.LAPSED;
    }

    private GateResult sign(Open open, Decision decision, Confirmation confirmation) {
        before.demandSignable(decision);
        String hash = decision.documentSetHash();
        String by = open.actor().username();
        Executed executed = execution.confirmed(open.review(), decision, confirmation.execution());
        UUID kept = execution.keep(open.review(), decision, executed, by, open.now());
        decisions.confirm(decision, hash, kept, by, open.now());
        contracts.reviewProgressed(
                decision.contract(),
                ContractState.SIGNED,
                decision.tier().name(),
                decision.outcome().name());
        reviews.close(open.id(), open.now());
        work.publish(Facts.of("contractId", decision.contract())
                .and("decisionId", decision.id())
                .and("documentSetHash", hash)
                .and("verdict", executed.verdict().name())
                .and("signedOn", executed.signedOn())
                .and("executedCopies", copies(executed.copies()))
                .recorded("contract-signed", decision.contract(), by, open.now()));
        work.finish(
                open,
                new SignatureCheck(GateResult.SIGNED, hash, confirmation.licence(), "", executed),
                Map.of("gateResult", GateResult.SIGNED.name()));
        return GateResult.SIGNED;
    }

    private GateResult refuse(Open open, Decision decision, Refusal refusal) {
        refused(open, decision, refusal);
        finish(open, GateResult.RETURN, refusal.reason());
        returning.withQuestion(open, refusal.reason());
        return GateResult.RETURN;
    }

    private void refused(Open open, Decision decision, Refusal refusal) {
        decisions.lapse(decision.id(), refusal.reason(), open.now());
        work.publish(Facts.of("reviewId", open.id())
                .and("decisionId", decision.id())
                .and("reason", refusal.reason())
                .and("executedCopies", copies(refusal.copies()))
                .recorded("signature-refused", decision.contract(), open.actor().username(), open.now()));
    }

    private static List<Object> copies(List<Kept> copies) {
        return Facts.list(copies.stream()
                .map(copy -> Facts.of("versionId", copy.version()).and("sha256", copy.sha256()))
                .toList());
    }

    private void finish(Open open, GateResult result, String reason) {
        String hash = documents.documentSetHash(open.review().contract());
        work.finish(open, new SignatureCheck(result, hash, "", reason, null), Map.of("gateResult", result.name()));
    }
}
