package org.contractethics.contract.internal.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.contract.internal.AwardTransaction;
import org.contractethics.contract.internal.AwardTransaction.Kind;
import org.contractethics.contract.internal.ContractDraft;
import org.contractethics.contract.internal.Contracts.PiidKey;
import org.jspecify.annotations.Nullable;

/** All rows of a file that speak of one contract. */
final class GroupedContract {

    private ContractKey key;
    private final List<ImportedRow> rows = new ArrayList<>();
    private final Map<TransactionKey, Origin> transactions = new LinkedHashMap<>();

    GroupedContract(ContractKey key) {
        this.key = key;
    }

    record TransactionKey(Kind kind, String key) {

        static TransactionKey of(AwardTransaction transaction) {
            return new TransactionKey(transaction.kind(), transaction.key());
        }
    }

    private record Origin(AwardTransaction transaction, int line, @Nullable Instant asOf) {}

    ContractKey key() {
        return key;
    }

    /** The number that the agency gave, whatever the rows were put together by; empty where they do not tell it. */
    Optional<PiidKey> piidKey() {
        if (!key.byOcid()) {
            return Optional.of(key.piidKey());
        }
        return rows.stream()
                .map(ImportedRow::facts)
                .map(Facts::piidKey)
                .flatMap(Optional::stream)
                .findFirst();
    }

    int rowCount() {
        return rows.size();
    }

    int firstLine() {
        return rows.get(0).line();
    }

    List<Integer> lines() {
        return rows.stream().map(ImportedRow::line).toList();
    }

    Collection<AwardTransaction> transactions() {
        return transactions.values().stream().map(Origin::transaction).toList();
    }

    /** Takes the row; answers what is wrong where it contradicts an earlier one. */
    Optional<ImportProblem> add(ImportedRow row) {
        for (AwardTransaction transaction : row.transactions()) {
            Origin earlier = transactions.get(TransactionKey.of(transaction));
            if (earlier != null
                    && transaction.kind() == Kind.ACTION
                    && !earlier.transaction().equals(transaction)) {
                return Optional.of(new ImportProblem(
                        row.line(),
                        "",
                        "Modification " + transaction.key()
                                + " of this award stands twice in the file with different content. Line "
                                + earlier.line() + " was kept."));
            }
            if (earlier == null || isNotOlder(row.facts().asOf, earlier.asOf())) {
                transactions.put(TransactionKey.of(transaction), new Origin(transaction, row.line(), row.facts().asOf));
            }
        }
        rows.add(row);
        key = key.byOcid() ? key : row.key();
        return Optional.empty();
    }

    /** Facts of the rows laid over the draft, the newest row last. */
    ContractDraft over(ContractDraft draft) {
        ContractDraft result = draft;
        for (ImportedRow row : inTime()) {
            result = row.facts().over(result);
        }
        return result;
    }

    /** Facts of the rows only where the draft has none. */
    ContractDraft under(ContractDraft draft) {
        ContractDraft result = draft;
        List<ImportedRow> inTime = inTime();
        for (int i = inTime.size() - 1; i >= 0; i--) {
            result = inTime.get(i).facts().under(result);
        }
        return result;
    }

    @Nullable
    Instant asOf() {
        List<ImportedRow> inTime = inTime();
        return inTime.get(inTime.size() - 1).facts().asOf;
    }

    private List<ImportedRow> inTime() {
        return rows.size() == 1
                ? rows
                : rows.stream()
                        .sorted((a, b) -> compare(a.facts().asOf, b.facts().asOf))
                        .toList();
    }

    private static boolean isNotOlder(@Nullable Instant one, @Nullable Instant other) {
        return compare(one, other) >= 0;
    }

    private static int compare(@Nullable Instant a, @Nullable Instant b) {
        if (a == null) {
            return b == null ? 0 : -1;
        }
        if (b == null) {
            return 1;
        }
        return a.compareTo(b);
    }
}
