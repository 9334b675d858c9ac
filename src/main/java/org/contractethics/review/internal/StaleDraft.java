package org.contractethics.review.internal;

import java.util.List;
import org.contractethics.shared.Refused;

/** Somebody saved the same part of a draft after this person opened it. Nothing was overwritten. */
public class StaleDraft extends Refused {

    /** What was checked is not what would be recorded. */
    static StaleDraft unchecked() {
        return new StaleDraft(
                "The draft was changed after you checked it, so nothing was recorded. This is the draft as it is now: check it again, then record it.");
    }

    private StaleDraft(String reason) {
        super(Kind.CONFLICT, List.of(reason));
    }

    StaleDraft() {
        super(
                Kind.CONFLICT,
                List.of(
                        "This part of the draft was saved elsewhere after you opened it. What is stored stands beside what you typed. Compare the two, correct yours, and save again: then yours replaces it."));
    }
}
