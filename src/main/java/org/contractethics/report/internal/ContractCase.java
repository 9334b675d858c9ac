package org.contractethics.report.internal;

import java.time.Instant;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/** A contract as the record tells of it. */
final class ContractCase {

    private final String reference;
    private final Changes states = new Changes();
    private final Changes tiers = new Changes();
    private @Nullable ContractId id;
    private @Nullable String title;
    private @Nullable String agency;

    ContractCase(String reference) {
        this.reference = reference;
    }

    void known(@Nullable ContractId knownId, @Nullable String knownTitle, @Nullable String knownAgency) {
        id = knownId == null ? id : knownId;
        title = knownTitle == null ? title : knownTitle;
        agency = knownAgency == null ? agency : knownAgency;
    }

    void becomes(ContractStanding standing, Mark mark) {
        states.add(standing.name(), mark);
    }

    void tier(String tier, Mark mark) {
        tiers.add(tier, mark);
    }

    Changes.@Nullable Change standingAt(Instant moment) {
        return states.at(moment);
    }

    @Nullable
    String tierAt(Instant moment) {
        return tiers.valueAt(moment);
    }

    @Nullable
    ContractId id() {
        return id;
    }

    @Nullable
    String agency() {
        return agency;
    }

    /** What people call it. */
    String name() {
        return title == null ? reference : reference + " · " + title;
    }
}
