package org.contractethics.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/** A contract as the record tells of it. */
final class ContractCase {

    private final String reference;
    private final Changes states = new Changes();
    private final Changes tiers = new Changes();
    private final Map<String, Redacted> redactions = new HashMap<>(0);
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

    /** As it was first rated before the moment; null where it was not. */
    @Nullable
    String firstTierBefore(Instant moment) {
        return tiers.first(moment);
    }

    @Nullable
    ContractId id() {
        return id;
    }

    @Nullable
    String agency() {
        return agency;
    }

    /** From now on these fields are withheld from staff up to the given day (H18). */
    void redacted(String redaction, Collection<?> fields, LocalDate lastDay) {
        redactions.put(
                redaction, new Redacted(fields.stream().map(String::valueOf).toList(), lastDay));
    }

    void redactionEnded(String redaction) {
        redactions.remove(redaction);
    }

    /** Whether staff may not see the field on that day. */
    boolean withholds(String field, LocalDate day) {
        return redactions.values().stream()
                .anyMatch(redacted ->
                        redacted.fields().contains(field) && !redacted.lastDay().isBefore(day));
    }

    String reference() {
        return reference;
    }

    private record Redacted(List<String> fields, LocalDate lastDay) {}

    /** What people call it. */
    String name() {
        return title == null ? reference : reference + " · " + title;
    }
}
