package org.contractethics.shared;

import java.util.Set;

/** Which reviews a module keeps in tables of its own, so that the record knows whose rows should be there. */
public interface KeptReviews {

    /** Those of the given reviews that exist: an entry about any other was not written by this module. */
    Set<ReviewId> existing(Set<ReviewId> reviews);
}
