package org.contractethics.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a figure counts.
 *
 * @param entry number of the entry of the record that says so
 * @param at when, to the day where {@code dayOnly}
 * @param contract null where it is about none or its id is not known
 * @param subject what it is about, for people
 * @param what what is counted of it, for people
 */
public record Item(
        long entry, Instant at, boolean dayOnly, @Nullable ContractId contract, String subject, String what) {

    static Item of(Mark mark, ContractCase contract, String what) {
        return new Item(mark.entry(), mark.at(), false, contract.id(), contract.name(), what);
    }

    /** The day it happened, UTC. */
    public LocalDate day() {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
