package org.contractethics.report.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.record.RecordEntry;

/** What became known of signed contracts, and what nobody can see of their use, in the order of the record. */
final class Monitored {

    private final List<News> news = new ArrayList<>();
    private final Map<ContractCase, List<News>> byContract = new HashMap<>();
    private final Map<ContractCase, List<Mark>> limits = new HashMap<>();

    /** @param kind for example {@code press}; the report of the customer is no signal of harm by itself */
    record News(String kind, Mark mark, ContractCase contract) {

        boolean incident() {
            return !kind.equals("customer-report");
        }
    }

    void became(RecordEntry entry, ContractCase contract) {
        News became = new News(FactReader.code(entry, "incident"), Mark.of(entry), contract);
        news.add(became);
        byContract.computeIfAbsent(contract, any -> new ArrayList<>(2)).add(became);
    }

    void limited(RecordEntry entry, ContractCase contract) {
        limits.computeIfAbsent(contract, unknown -> new ArrayList<>()).add(Mark.of(entry));
    }

    List<News> all() {
        return news;
    }

    List<News> of(ContractCase contract) {
        return byContract.getOrDefault(contract, List.of());
    }

    /** The last statement of limits before the moment. */
    Optional<Mark> limits(ContractCase contract, Instant moment) {
        List<Mark> stated = limits.getOrDefault(contract, List.of());
        for (int i = stated.size() - 1; i >= 0; i--) {
            if (stated.get(i).at().isBefore(moment)) {
                return Optional.of(stated.get(i));
            }
        }
        return Optional.empty();
    }
}
