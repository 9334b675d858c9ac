package org.contractethics.review.internal.panel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.contractethics.paper.Paper;
import org.contractethics.paper.Paper.Cell;
import org.contractethics.paper.Paper.Code;
import org.contractethics.shared.CitedRecord;
import org.contractethics.shared.CitedRecord.Cited;
import org.contractethics.shared.CitedRecord.Head;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Component;

/** What a paper on a decision says of the record: its entries, the receipt to check them by, and the newest checkpoint to keep. */
@Component
class DecisionProof {

    private static final String TOLD =
            "The checkpoint of the record that stands at the foot of this paper, as QR code. Keep the paper:"
                    + " the page How to check the record says how a later record is checked against it.";

    private final CitedRecord record;

    DecisionProof(CitedRecord record) {
        this.record = record;
    }

    void on(Paper.Builder paper, ContractId contract, DecisionId decision) {
        Head head = record.head();
        entries(paper, contract, decision, head);
        receipt(paper, record.entry(contract, "decision-recorded", "decisionId", decision.toString()));
        Optional<String> checkpoint = record.checkpoint();
        checkpoint.ifPresent(text -> paper.code(new Code(text, TOLD)));
        paper.foot("Decision " + decision + ". Record of " + head.size() + " entries, root " + head.rootHash() + "\n"
                + checkpoint
                        .map(text -> text.strip().replaceAll("\n+", "\n"))
                        .orElse("No checkpoint of the record has been signed yet."));
    }

    private void entries(Paper.Builder paper, ContractId contract, DecisionId decision, Head head) {
        List<Cited> entries = record.entries(contract, "decisionId", decision.toString());
        paper.heading(2, "In the record")
                .text("These entries tell of the decision. Their leaf hashes lead to the root hash of the record ("
                        + head.size() + " entries, RFC 6962): " + head.rootHash())
                .linked(
                        List.of("Entry", "What happened", "When", "Leaf hash (SHA-256)"),
                        entries.stream().map(DecisionProof::line).toList(),
                        "The record does not tell of it yet.");
    }

    /** Only what witnesses have seen is proved to somebody outside. */
    private void receipt(Paper.Builder paper, OptionalLong entry) {
        paper.heading(2, "Receipt");
        if (entry.isEmpty()) {
            paper.text("There is none: the record does not tell of the decision yet.");
            return;
        }
        long number = entry.getAsLong();
        Optional<String> receipt = record.witnessed(number) ? record.receipt(number) : Optional.empty();
        receipt.ifPresentOrElse(
                text -> paper.text("The lines below are the receipt of entry " + number
                                + " (c2sp.org/tlog-proof). They prove"
                                + " offline that it is in the record and that witnesses outside have seen it. Where a long line"
                                + " is broken in print, join it again; the file is handed out at /record/receipts/"
                                + number + ".")
                        .text(text.strip()),
                () -> paper.text("Entry " + number
                        + " is not yet witnessed: its receipt is printed once enough witnesses have seen it."));
    }

    private static List<Cell> line(Cited entry) {
        return List.of(
                new Cell(String.valueOf(entry.index()), "/audit/" + entry.index()),
                new Cell(entry.words(), null),
                new Cell(Times.words(entry.occurredAt()), null),
                new Cell(entry.leafHash(), null));
    }
}
