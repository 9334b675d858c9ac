package org.contractethics.contract.internal.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What was found in a file, by contract. */
final class Found implements RowSink {

    private static final int PORTION = 1_000;

    private final Set<GroupedContract> groups = new LinkedHashSet<>();
    private final Map<ContractKey, GroupedContract> byKey = new HashMap<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private final Consumer<List<ImportProblem>> teller;
    private int rows;

    /** @param teller takes the problems in portions, so that a file of nothing but problems does not fill the memory */
    Found(Consumer<List<ImportProblem>> teller) {
        this.teller = teller;
    }

    @Override
    public void row(ImportedRow row) {
        group(row).add(row).ifPresentOrElse(this::problem, () -> rows++);
    }

    @Override
    public void problem(ImportProblem problem) {
        problems.add(problem);
        if (problems.size() == PORTION) {
            tell();
        }
    }

    /** Passes on what has not been told yet. */
    void tell() {
        if (!problems.isEmpty()) {
            teller.accept(List.copyOf(problems));
            problems.clear();
        }
    }

    Collection<GroupedContract> groups() {
        return groups;
    }

    int rows() {
        return rows;
    }

    /** One row may tell the ocid and another only the number: both mean the same contract. */
    private GroupedContract group(ImportedRow row) {
        ContractKey key = row.key();
        Optional<ContractKey> number = row.facts().piidKey().map(ContractKey::piid);
        GroupedContract group = byKey.get(key);
        if (group == null) {
            group = number.map(byKey::get)
                    .filter(same -> !(key.byOcid() && same.key().byOcid()))
                    .orElseGet(() -> new GroupedContract(key));
        }
        groups.add(group);
        byKey.put(key, group);
        if (number.isPresent()) {
            byKey.putIfAbsent(number.get(), group);
        }
        return group;
    }
}
