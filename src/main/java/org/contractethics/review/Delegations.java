package org.contractethics.review;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Who does the stage tasks of people who are away. Votes are never delegated: there the alternates come in. */
public interface Delegations {

    /** The people whose tasks this person may do today, because they are away and named this person; nobody else's. */
    Set<String> coveredBy(String delegate);

    /** Somebody is going to be away: the process waits for the first day. */
    record AbsenceDeclared(UUID absence, String person, Instant begins) {}

    /** That day has come; published by the process. On panels that vote now, alternates come in. */
    record AbsenceBegun(UUID absence, Instant at) {}
}
