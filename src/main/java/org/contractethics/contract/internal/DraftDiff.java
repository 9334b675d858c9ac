package org.contractethics.contract.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which facts differ between two states of a contract. */
public final class DraftDiff {

    /** The name of the secrecy terms. */
    public static final String SECRECY = "secrecy";

    private static final Map<String, Function<ContractDraft, @Nullable Object>> FACTS = facts();

    private DraftDiff() {}

    /** Names of the facts that differ, as the record and the API call them. */
    public static List<String> fields(ContractDraft before, ContractDraft after) {
        return FACTS.entrySet().stream()
                .filter(fact -> !Objects.equals(
                        fact.getValue().apply(before), fact.getValue().apply(after)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Function<ContractDraft, @Nullable Object>> facts() {
        Map<String, Function<ContractDraft, @Nullable Object>> facts = new LinkedHashMap<>();
        facts.put("title", ContractDraft::title);
        facts.put("description", ContractDraft::description);
        facts.put("awardingAgency", ContractDraft::awardingAgency);
        facts.put("fundingAgency", ContractDraft::fundingAgency);
        facts.put("supplier", ContractDraft::supplier);
        facts.put("supplierParent", ContractDraft::supplierParent);
        facts.put("resellers", ContractDraft::resellers);
        facts.put("endUsers", ContractDraft::endUsers);
        facts.put("capabilities", ContractDraft::capabilities);
        facts.put("dataKinds", ContractDraft::dataKinds);
        facts.put("countries", ContractDraft::countries);
        facts.put("value", ContractDraft::value);
        facts.put("period", ContractDraft::period);
        facts.put(SECRECY, ContractDraft::secrecy);
        facts.put("identifiers", ContractDraft::identifiers);
        return facts;
    }
}
