package org.contractethics.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * One chunk of an import was stored. Published in the transaction that stores the chunk.
 *
 * @param registered contracts that are new in the register
 * @param updated contracts whose facts or award transactions changed
 * @param references the new and the updated ones, for example {@code C-000123}; at most 1,000
 * @param agencies the awarding agency of each, in the order of the references
 */
public record ContractsImported(
        UUID importId,
        String fileName,
        String sha256,
        int registered,
        int updated,
        List<String> references,
        List<String> agencies,
        String actor,
        Instant occurredAt)
        implements RecordedEvent {

    public ContractsImported {
        references = List.copyOf(references);
        agencies = List.copyOf(agencies);
    }

    @Override
    public String kind() {
        return "contracts-imported";
    }

    @Override
    public @Nullable ContractId contract() {
        return null;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of(
                "importId", importId.toString(),
                "fileName", fileName,
                "sha256", sha256,
                "registered", registered,
                "updated", updated,
                "references", references,
                "agencies", agencies);
    }
}
