package org.contractethics.finding.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.document.Documents;
import org.contractethics.finding.internal.FreshFindings.Fresh;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Contracts in whose current documents a version of the query set found what the version before had not. */
@Service
public class NewByVersion {

    private final FreshFindings fresh;
    private final UnscannedTexts texts;
    private final Documents documents;
    private final ContractRegister contracts;

    NewByVersion(FreshFindings fresh, UnscannedTexts texts, Documents documents, ContractRegister contracts) {
        this.fresh = fresh;
        this.texts = texts;
        this.documents = documents;
        this.contracts = contracts;
    }

    /**
     * The new findings of one contract.
     *
     * @param byCheck how many, by id of the check
     * @param unjudged how many of them nobody has judged
     */
    public record News(Contract contract, Map<String, Integer> byCheck, int unjudged) {

        public int found() {
            return byCheck.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** The contracts whose documents the viewer may read: those with the most to judge first, then by number. */
    @Transactional(readOnly = true)
    public List<News> of(int querySet, Actor viewer) {
        List<Fresh> all = fresh.of(querySet);
        Map<ContractId, Contract> readable =
                contracts.findAll(all.stream().map(Fresh::contract).collect(Collectors.toSet())).values().stream()
                        .filter(contract -> documents.mayRead(contract, viewer))
                        .collect(Collectors.toMap(Contract::id, Function.identity()));
        return news(
                all.stream().filter(one -> readable.containsKey(one.contract())).toList(), readable);
    }

    /** Every such contract, for what asks about people itself. */
    @Transactional(readOnly = true)
    Set<ContractId> contracts(int querySet) {
        return current(fresh.of(querySet)).stream().map(Fresh::contract).collect(Collectors.toSet());
    }

    /** Whether there are documents that neither this version nor a later one has scanned yet. */
    public boolean scanning(int querySet) {
        return texts.any(querySet);
    }

    private List<News> news(List<Fresh> readable, Map<ContractId, Contract> known) {
        return current(readable).stream().collect(Collectors.groupingBy(Fresh::contract)).entrySet().stream()
                .map(entry -> news(Objects.requireNonNull(known.get(entry.getKey())), entry.getValue()))
                .sorted(Comparator.comparing(News::unjudged).reversed().thenComparing(one -> one.contract()
                        .reference()))
                .toList();
    }

    private static News news(Contract contract, List<Fresh> of) {
        Map<String, Integer> byCheck = of.stream()
                .collect(Collectors.groupingBy(Fresh::check, TreeMap::new, Collectors.summingInt(Fresh::found)));
        return new News(contract, byCheck, of.stream().mapToInt(Fresh::unjudged).sum());
    }

    /** Without what stands in documents that were replaced since: nobody has to read these. */
    private List<Fresh> current(List<Fresh> all) {
        Set<DocumentVersionId> current =
                documents.current(all.stream().map(Fresh::version).collect(Collectors.toSet()));
        return all.stream().filter(one -> current.contains(one.version())).toList();
    }
}
