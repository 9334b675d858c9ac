package org.contractethics.record.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordProofs;
import org.contractethics.record.RecordProofs.SignedCheckpoint;
import org.contractethics.record.RecordReader;
import org.contractethics.record.TreeHead;
import org.contractethics.shared.CitedRecord;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** The record as the modules below it cite it. */
@Component
class CitingEntries implements CitedRecord {

    /** A contract has few entries of one kind; more than these are never searched. */
    private static final int READ = 500;

    private final RecordReader record;
    private final RecordProofs proofs;

    CitingEntries(RecordReader record, RecordProofs proofs) {
        this.record = record;
        this.proofs = proofs;
    }

    @Override
    public Head head() {
        TreeHead head = record.head();
        return new Head(head.size(), head.rootHash());
    }

    @Override
    public OptionalLong entry(ContractId contract, String kind, String fact, String value) {
        EntryFilter filter = new EntryFilter(kind, null, contract, null, null, null);
        return record.newest(filter, Long.MAX_VALUE, READ).stream()
                .filter(entry -> entry.text(fact).filter(value::equals).isPresent())
                .mapToLong(RecordEntry::index)
                .findFirst();
    }

    @Override
    public List<Cited> entries(ContractId contract, String fact, String value) {
        List<Cited> cited = new ArrayList<>();
        record.each(EntryFilter.ofContract(contract), 0, record.head().size(), entry -> {
            if (entry.text(fact).filter(value::equals).isPresent() && !ReadingRules.isConcern(entry)) {
                cited.add(new Cited(entry.index(), Wording.sentence(entry), entry.occurredAt(), entry.leafHash()));
            }
        });
        return cited;
    }

    @Override
    public boolean witnessed(long entry) {
        return proofs.witnessed(entry);
    }

    @Override
    public Optional<String> receipt(long entry) {
        return proofs.receipt(entry);
    }

    @Override
    public Optional<String> checkpoint() {
        return proofs.newest().map(SignedCheckpoint::withoutWitnesses);
    }
}
