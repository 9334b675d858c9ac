package org.contractethics.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification of the whole record found.
 *
 * @param requestedBy account name, or {@code system}
 * @param head size and root hash as recomputed from the stored bytes, up to the first bad entry
 * @param firstBad number of the first bad entry; null where no single entry is to blame
 * @param problem what is wrong, as a sentence; null where the record is intact
 * @param further what is wrong in other places that are verified by themselves, a sentence each
 * @param erased how many sealed values are missing because an entry says that they were lawfully erased
 * @param millis how long it took
 */
public record RecordVerification(
        Instant verifiedAt,
        String requestedBy,
        TreeHead head,
        @Nullable Long firstBad,
        @Nullable String problem,
        List<String> further,
        long erased,
        long millis) {

    public RecordVerification {
        further = List.copyOf(further);
    }

    public boolean intact() {
        return problem == null;
    }
}
