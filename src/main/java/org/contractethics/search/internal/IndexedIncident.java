package org.contractethics.search.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The incident that a passage tells of.
 *
 * @param kind in words, for example {@code Press report}
 * @param file place of the file below the incident, from 1; null where the passage is what was written down of the incident itself
 */
public record IndexedIncident(String id, String kind, LocalDate happenedOn, @Nullable Integer file) {

    /** The field by which passages of incidents are told from clauses of documents. */
    static final String ID = "incident.id";
}
