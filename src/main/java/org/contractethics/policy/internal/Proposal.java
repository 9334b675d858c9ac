package org.contractethics.policy.internal;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change somebody proposes.
 *
 * @param basedOn number of the version the author looked at
 * @param text what the policy is to say, in words
 * @param files text of each changed file by its name
 * @param effectiveOn null where none was given
 */
public record Proposal(
        int basedOn, String text, Map<String, String> files, String reason, @Nullable LocalDate effectiveOn) {

    public Proposal {
        files = Map.copyOf(files);
    }
}
