package org.contractethics.report.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.record.RecordEntry;
import org.contractethics.report.internal.ReviewCase.DecisionMade;
import org.jspecify.annotations.Nullable;

/** What was decided about the services of contracts in force, in the order of the record. */
final class Holds {

    private static final Set<String> FREEING = Set.of("continue", "lift", "expired");
    private static final Set<String> HOLDING = Set.of("SUSPEND", "EXIT");

    private final List<Hold> holds = new ArrayList<>();
    private final Map<ContractCase, List<Hold>> byContract = new HashMap<>();

    private static final Map<String, String> STOPPING = Map.of("suspend", "Suspended", "exit", "To be ended");

    /** Something that held a contract in force, or set it free. */
    record Hold(String step, Mark mark, ContractCase contract) {

        /** The approval that its services had gone on until then, where it ended them; null where none stood, or it did not. */
        @Nullable
        DecisionMade undone() {
            return STOPPING.containsKey(step) ? contract.approvalBefore(mark) : null;
        }

        boolean undoes(DecisionMade decision) {
            return decision.equals(undone());
        }

        String words() {
            return STOPPING.getOrDefault(step, step);
        }

        /** Whether services run freely again from then on. */
        boolean frees() {
            return FREEING.contains(step);
        }
    }

    List<Hold> all() {
        return holds;
    }

    List<Hold> of(ContractCase contract) {
        return byContract.getOrDefault(contract, List.of());
    }

    private void add(String step, RecordEntry entry, ContractCase contract) {
        Hold hold = new Hold(step, Mark.of(entry), contract);
        holds.add(hold);
        byContract.computeIfAbsent(contract, any -> new ArrayList<>(2)).add(hold);
    }

    void opened(RecordEntry entry, ContractCase contract) {
        add("opened", entry, contract);
    }

    void restricted(RecordEntry entry, ContractCase contract) {
        add("restricted", entry, contract);
        if (stands(contract, ContractStanding.SIGNED)) {
            contract.becomes(ContractStanding.RESTRICTED, Mark.of(entry));
        }
    }

    void expired(RecordEntry entry, ContractCase contract) {
        add("expired", entry, contract);
        free(entry, contract);
    }

    void decided(RecordEntry entry, ContractCase contract) {
        String outcome = FactReader.code(entry, "outcome");
        add(outcome, entry, contract);
        switch (outcome) {
            case "continue", "lift" -> free(entry, contract);
            case "exit" -> contract.becomes(ContractStanding.EXITING, Mark.of(entry));
            default -> contract.becomes(ContractStanding.SUSPENDED, Mark.of(entry));
        }
    }

    /** A review that decides to suspend or to end holds by that: no suspension review rules on it besides. */
    void decidedByReview(RecordEntry entry, ContractCase contract) {
        if (HOLDING.contains(FactReader.upper(entry, "outcome"))) {
            add(FactReader.code(entry, "outcome"), entry, contract);
        }
    }

    /** What was not held stays as it is. */
    private static void free(RecordEntry entry, ContractCase contract) {
        if (stands(contract, ContractStanding.RESTRICTED) || stands(contract, ContractStanding.SUSPENDED)) {
            contract.becomes(contract.signed() ? ContractStanding.SIGNED : ContractStanding.REGISTERED, Mark.of(entry));
        }
    }

    private static boolean stands(ContractCase contract, ContractStanding standing) {
        Changes.Change last = contract.standingAt(Instant.MAX);
        return last != null && last.value().equals(standing.name());
    }
}
