package org.contractethics.record.checkpoint;

import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import org.contractethics.record.RecordProofs;
import org.contractethics.record.checkpoint.Witnessed.Cosigned;
import org.contractethics.record.signing.Notes;
import org.springframework.stereotype.Service;

/** Proofs as people take them home. */
@Service
class HandingOutProofs implements RecordProofs {

    private final Witnessed witnessed;
    private final Checkpoints checkpoints;
    private final RecordTree tree;
    private final TrustPolicy trust;
    private final CommittedEntries signing;

    HandingOutProofs(
            Witnessed witnessed,
            Checkpoints checkpoints,
            RecordTree tree,
            TrustPolicy trust,
            CommittedEntries signing) {
        this.witnessed = witnessed;
        this.checkpoints = checkpoints;
        this.tree = tree;
        this.trust = trust;
        this.signing = signing;
    }

    @Override
    public boolean witnessed(long index) {
        return witnessed.newest().filter(covering(index)).isPresent();
    }

    @Override
    public boolean asksForWitnesses() {
        return trust.policy().asksForWitnesses();
    }

    @Override
    public Optional<String> receipt(long index) {
        return witnessed
                .newest()
                .filter(covering(index))
                .or(() -> checkpoints.lastCovered().map(witnessed::cosigned).filter(covering(index)))
                .map(cosigned ->
                        Notes.receipt(index, tree.hashes().inclusion(index, cosigned.size()), cosigned.note()));
    }

    @Override
    public Optional<SignedCheckpoint> newest() {
        return checkpoints
                .lastCovered()
                .map(last -> new SignedCheckpoint(
                        last.size(),
                        HexFormat.of().formatHex(last.root()),
                        last.signedAt(),
                        witnessed.cosigned(last).note(),
                        witnessed(last.size() - 1)));
    }

    @Override
    public Optional<String> problem() {
        return Optional.ofNullable(signing.problem());
    }

    private static Predicate<Cosigned> covering(long index) {
        return cosigned -> index >= 0 && index < cosigned.size();
    }
}
