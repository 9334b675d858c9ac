package org.contractethics.report.internal;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.contractethics.record.RecordEntry;

/** What became known of signed contracts, and what nobody can see of their use, in the order of the record. */
final class Monitored {

    private final List<News> news = new ArrayList<>();
    private final IdentityHashMap<ContractCase, List<Mark>> limits = new IdentityHashMap<>();

    /** @param kind for example {@code press}; the report of the customer is no signal of harm by itself */
    record News(String kind, Mark mark, ContractCase contract) {

        boolean incident() {
            return !kind.equals("customer-report");
        }
    }

    void became(RecordEntry entry, ContractCase contract) {
        news.add(new News(FactReader.code(entry, "incident"), Mark.of(entry), contract));
    }

    void limited(RecordEntry entry, ContractCase contract) {
        limits.computeIfAbsent(contract, unknown -> new ArrayList<>()).add(Mark.of(entry));
    }

    List<News> all() {
        return news;
    }

    /** The last statement of limits before the moment. */
    Optional<Mark> limits(ContractCase contract, java.time.Instant moment) {
        return limits.getOrDefault(contract, List.of()).stream()
                .filter(mark -> mark.at().isBefore(moment))
                .reduce((first, second) -> second);
    }
}
