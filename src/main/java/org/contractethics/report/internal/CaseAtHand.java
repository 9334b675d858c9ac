package org.contractethics.report.internal;

import java.util.HashMap;
import java.util.Map;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;

/** What the entries of one contract tell of a case besides what is counted: the roles of voters. */
final class CaseAtHand {

    private final Map<String, String> roles = new HashMap<>();

    private CaseAtHand() {}

    /** @param size how much of the record is told of */
    static CaseAtHand of(RecordReader record, ContractId contract, long size) {
        CaseAtHand found = new CaseAtHand();
        record.each(EntryFilter.ofContract(contract), 0, size, found::read);
        return found;
    }

    private void read(RecordEntry entry) {
        if (entry.kind().equals("vote-opened")) {
            entry.text("role").ifPresent(role -> roles.put(vote(entry), role));
        }
    }

    private static String vote(RecordEntry entry) {
        return entry.text("reviewId").orElse("") + " " + entry.text("voter").orElse("");
    }

    /** In which role somebody voted who dissents; a role is enough to weigh a dissent by, and no name is told here. */
    String role(RecordEntry dissent) {
        String role = roles.get(vote(dissent));
        return role == null ? "Not recorded" : Role.valueOf(role).label();
    }
}
