package org.contractethics.report.internal;

import org.contractethics.record.RecordVerification;
import org.contractethics.record.TreeHead;
import org.jspecify.annotations.Nullable;

/**
 * Where the record stands.
 *
 * @param head as folded
 * @param last the last verification; null where there was none yet
 */
public record Integrity(TreeHead head, @Nullable RecordVerification last) {

    /** One sentence for the top of a report. */
    public String words() {
        if (last == null) {
            return "Not verified since the application started";
        }
        if (!last.intact()) {
            return "Damaged: " + last.problem();
        }
        long since = head.size() - last.head().size();
        return since <= 0 ? "Intact" : "Intact; " + since + (since == 1 ? " entry" : " entries") + " since then";
    }

    public boolean damaged() {
        return last != null && !last.intact();
    }
}
