package org.contractethics.report.internal;

import java.util.Map;
import org.contractethics.record.RecordEntry;

/** Sealed votes that were opened together. */
record VotesOpened(Mark mark, Result result) {

    /** How the votes were cast. */
    enum Result {
        UNANIMOUS("Unanimous"),
        SPLIT("Split"),
        NONE("No majority");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    static VotesOpened of(RecordEntry entry) {
        Mark mark = Mark.of(entry);
        if (entry.text("outcome").isEmpty()) {
            return new VotesOpened(mark, Result.NONE);
        }
        boolean split = entry.facts().get("tally") instanceof Map<?, ?> tally && tally.size() > 1;
        return new VotesOpened(mark, split ? Result.SPLIT : Result.UNANIMOUS);
    }
}
