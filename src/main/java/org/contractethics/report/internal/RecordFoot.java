package org.contractethics.report.internal;

import java.util.List;
import java.util.Optional;
import org.contractethics.paper.Paper;
import org.contractethics.paper.Paper.Code;
import org.contractethics.record.RecordProofs;
import org.contractethics.record.RecordProofs.SignedCheckpoint;
import org.contractethics.record.TreeHead;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Component;

/**
 * What every report says of the record behind it: where it stood, and the newest checkpoint with its signature. So everybody who
 * keeps a report keeps a checkpoint that later records must continue.
 */
@Component
public class RecordFoot {

    private static final String TOLD =
            "The checkpoint of the record that stands at the foot of this report, as QR code. Keep the report:"
                    + " the page How to check the record says how a later record is checked against it.";

    private final RecordProofs proofs;

    RecordFoot(RecordProofs proofs) {
        this.proofs = proofs;
    }

    Paper.Builder on(Paper.Builder paper, TreeHead head) {
        String standing = "Record of " + head.size() + " entries, root " + head.rootHash();
        Optional<String> checkpoint = checkpoint();
        checkpoint.ifPresent(text -> paper.code(code(text)));
        return paper.foot(standing + "\n"
                + checkpoint
                        .map(text -> text.strip().replaceAll("\n+", "\n"))
                        .orElse("No checkpoint of the record has been signed yet."));
    }

    /** What a report says of itself before anything else: which time it tells of, when it was made, and on which state of the record. */
    List<List<String>> front(Scope scope, TreeHead head) {
        return List.of(
                List.of("Period", scope.period().words()),
                List.of("Made on", Times.words(scope.now())),
                List.of("Record", head.size() + " entries, root hash " + head.rootHash()),
                List.of(
                        "Newest checkpoint",
                        proofs.newest()
                                .map(newest -> newest.size() + " entries, root hash " + newest.rootHash() + ", signed "
                                        + Times.words(newest.signedAt()))
                                .orElse("None has been signed yet.")));
    }

    /** The newest checkpoint, for pages that are no paper; empty while nothing has been signed. */
    public Optional<Code> code() {
        return checkpoint().map(RecordFoot::code);
    }

    private static Code code(String checkpoint) {
        return new Code(checkpoint, TOLD);
    }

    private Optional<String> checkpoint() {
        return proofs.newest().map(SignedCheckpoint::withoutWitnesses);
    }
}
