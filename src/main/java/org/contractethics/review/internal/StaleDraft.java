package org.contractethics.review.internal;

import java.util.List;
import org.contractethics.shared.Refused;

/** Somebody saved the same part of a draft after this person opened it. Nothing was overwritten. */
public class StaleDraft extends Refused {

    StaleDraft() {
        super(
                Kind.CONFLICT,
                List.of(
                        "This part of the draft was saved elsewhere after you opened it. What is stored stands beside what you typed. Compare the two, correct yours, and save again: then yours replaces it."));
    }
}
