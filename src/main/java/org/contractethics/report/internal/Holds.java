package org.contractethics.report.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.contractethics.record.RecordEntry;

/** What was decided about the services of signed contracts, in the order of the record. */
final class Holds {

    private static final Set<String> HELD =
            Set.of(ContractStanding.RESTRICTED.name(), ContractStanding.SUSPENDED.name());

    private final List<Hold> holds = new ArrayList<>();

    /** Something that held a signed contract, or set it free. */
    record Hold(String step, Mark mark, ContractCase contract) {}

    List<Hold> all() {
        return holds;
    }

    void opened(RecordEntry entry, ContractCase contract) {
        holds.add(new Hold("opened", Mark.of(entry), contract));
    }

    void restricted(RecordEntry entry, ContractCase contract) {
        holds.add(new Hold("restricted", Mark.of(entry), contract));
        contract.becomes(ContractStanding.RESTRICTED, Mark.of(entry));
    }

    void expired(RecordEntry entry, ContractCase contract) {
        holds.add(new Hold("expired", Mark.of(entry), contract));
        free(entry, contract);
    }

    void decided(RecordEntry entry, ContractCase contract) {
        String outcome = FactReader.code(entry, "outcome");
        holds.add(new Hold(outcome, Mark.of(entry), contract));
        switch (outcome) {
            case "continue", "lift" -> free(entry, contract);
            case "exit" -> contract.becomes(ContractStanding.EXITING, Mark.of(entry));
            default -> contract.becomes(ContractStanding.SUSPENDED, Mark.of(entry));
        }
    }

    /** What was not held stays as it is. */
    private static void free(RecordEntry entry, ContractCase contract) {
        Changes.Change standing = contract.standingAt(Instant.MAX);
        if (standing != null && HELD.contains(standing.value())) {
            contract.becomes(ContractStanding.SIGNED, Mark.of(entry));
        }
    }
}
