package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.document.DocumentSets;
import org.contractethics.document.DocumentSets.SetChange;
import org.contractethics.document.Documents;
import org.contractethics.document.ExecutedCopies.Compared;
import org.contractethics.document.ExecutedCopies.Likeness;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.ConfirmingSignature;
import org.contractethics.review.internal.ConfirmingSignature.Confirmation;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.Decisions;
import org.contractethics.review.internal.StageForm.GateResult;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.execution.CheckingExecution;
import org.contractethics.review.internal.execution.Execution;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.springframework.stereotype.Component;

/** S10. */
@Component
class SignatureForms implements StageForms {

    private final ConfirmingSignature confirming;
    private final Decisions decisions;
    private final Documents documents;
    private final DocumentSets sets;
    private final CheckingExecution execution;

    SignatureForms(
            ConfirmingSignature confirming,
            Decisions decisions,
            Documents documents,
            DocumentSets sets,
            CheckingExecution execution) {
        this.confirming = confirming;
        this.decisions = decisions;
        this.documents = documents;
        this.sets = sets;
        this.execution = execution;
    }

    @Override
    public Stage stage() {
        return Stage.SIGNATURE_GATE;
    }

    @Override
    public String act() {
        return "Confirm";
    }

    /** Whatever was brought is taken to be what was signed, unless somebody says otherwise. */
    @Override
    public FormValues initial(Open open) {
        return FormValues.none()
                .with(
                        "copies",
                        brought(open).copies().stream()
                                .map(copy -> copy.version().id().toString())
                                .toList());
    }

    @Override
    public List<Section> sections(Open open, FormValues values) {
        Compared brought = brought(open);
        List<Field> fields = new ArrayList<>();
        fields.add(Field.radios(
                "same",
                "Is what was signed what was decided on?",
                Field.choices(
                        "yes",
                        "Yes: the executed copies hold the documents decided on",
                        "no",
                        "No: another document was signed"),
                null,
                true));
        if (!brought.copies().isEmpty()) {
            fields.add(Field.checkboxes("copies", "Executed copies", ExecutedCopyWords.choices(brought), null));
        }
        fields.add(Field.text("company-signatory", "Who signed for the company", null, true));
        fields.add(Field.text("customer-signatory", "Who signed for the customer", null, true));
        fields.add(
                Field.date("signed-on", "Day of the signature", "The later one, where both sides signed apart.", true));
        Map<String, String> added = ExecutedCopyWords.added(brought);
        if (!added.isEmpty()) {
            fields.add(Field.checkboxes(
                    "additions-read",
                    "Filled in and added by signing",
                    added,
                    "Only of the executed copies that you choose."));
        }
        if (confirming.licenceNeeded(open.review())) {
            fields.add(Field.text(
                    "licence",
                    "Number of the licence",
                    "Legal found that a licence is needed before signature.",
                    true));
        }
        fields.add(Field.area("difference", "What differs", "Only where another document was signed.", false, 3));
        return List.of(Section.of(
                "Signature",
                "A contract becomes signed only on the documents that were decided on and while the approval holds. Otherwise the approval lapses and the contract goes back to the account owner.",
                fields));
    }

    private Compared brought(Open open) {
        return decisions
                .latestOf(open.review().id())
                .map(decision -> execution.brought(open.review(), decision))
                .orElse(new Compared(Likeness.DIFFERENT, List.of(), List.of()));
    }

    @Override
    public List<FormProblem> problems(Open open, FormValues values) {
        return confirming.problems(open.review(), confirmation(values));
    }

    @Override
    public List<Statement> consequences(Open open, FormValues values) {
        Decision decision = decisions.approvalToSignOn(open.review().id());
        List<String> refusals = confirming.refusals(decision, execution.today());
        Statement.Builder set = Statement.titled("What was decided on")
                .line("Decision", decision.outcome().label())
                .line("Holds until", DecisionWords.lastDay(decision))
                .line("Hash of the documents decided on", decision.documentSetHash())
                .line("Hash of the documents now", documents.documentSetHash(decision.contract()));
        documents
                .currentVersions(decision.contract())
                .forEach(version -> set.line(
                        "Document",
                        version.title() + ", version " + version.number(),
                        "/contracts/" + decision.contract() + "/documents/" + version.id()));
        refusals.forEach(reason -> set.line("Cannot be signed", reason));
        confirming.held(decision).forEach(reason -> set.line("Held", reason));
        sets.since(decision.contract(), decision.documentSetHash(), open.actor())
                .ifPresent(change -> tell(set, decision.contract(), change));
        return List.of(
                set.build(),
                ExecutedCopyWords.statement(open.review().id(), execution.brought(open.review(), decision)));
    }

    /** What differs from the approved set, down to the clauses. */
    private static void tell(Statement.Builder set, ContractId contract, SetChange change) {
        if (change.none()) {
            return;
        }
        set.line("Since the decision", change.words(), DocumentSets.page(contract, change.since()));
        change.replaced()
                .forEach(replaced -> set.line(
                        "What changed in it",
                        replaced.now().title() + ", version "
                                + replaced.before().number() + " to version "
                                + replaced.now().number(),
                        DocumentSets.page(replaced)));
    }

    @Override
    public String send(Open open, FormValues values) {
        GateResult result = confirming.confirm(open.review().id(), confirmation(values), open.actor());
        return switch (result) {
            case SIGNED -> "The contract is signed.";
            case LAPSED -> "The signature is refused. The approval lapsed, and a delta review of what changed began.";
            case RETURN ->
                "The signature is refused. The approval lapsed and the contract went back to the account owner.";
        };
    }

    private static Confirmation confirmation(FormValues values) {
        Execution stated = new Execution(
                ExecutedCopyWords.chosen(values.list("copies")),
                values.text("company-signatory"),
                values.text("customer-signatory"),
                values.date("signed-on"),
                Set.copyOf(ExecutedCopyWords.chosen(values.list("additions-read"))));
        return new Confirmation(values.flag("same"), values.text("licence"), values.text("difference"), stated);
    }
}
