package org.contractethics.screening;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What sources outside the company found of agencies, as people cited it. An agency stands on no list of sanctions and its country may rate
 * well while it detains children: so it has a record of its own, unit by unit, as the Leahy laws ask for (22 USC 2378d).
 */
public interface AgencyRecords {

    /**
     * The worst that stands of these agencies; empty where nothing is cited, which does not say that there is nothing.
     *
     * @param agencies by the names that the register of contracts writes them with
     */
    Optional<Worst> worst(Collection<String> agencies);

    /**
     * @param international whether one of them is of an international court or a UN inquiry
     * @param findings all that stand, the gravest first
     */
    record Worst(RecordLevel level, boolean international, List<OnRecord> findings) {
        public Worst {
            findings = List.copyOf(findings);
        }

        /** A line each, the gravest first: who found it, where and when. */
        public List<String> sources() {
            return findings.stream().map(OnRecord::line).toList();
        }
    }
}
