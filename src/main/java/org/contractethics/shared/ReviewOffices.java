package org.contractethics.shared;

import java.util.List;
import java.util.Set;

/** Who runs which part of the review process. Implemented by the reviews. */
public interface ReviewOffices {

    /** In the order of the process. */
    List<Office> all();

    /**
     * @param code opaque, stays the same
     * @param label the words shown on screen
     * @param runBy roles whose holders run it
     */
    record Office(String code, String label, Set<Role> runBy) {}
}
