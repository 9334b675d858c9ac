package org.contractethics.review.web;

import java.util.UUID;
import org.contractethics.review.internal.followup.ReportFiles;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Files of reports on conditions as they go out, to whoever may read the condition. */
@Component
class ConditionFiles {

    private static final String MISSING = "There is no such file, or you may not know of it.";

    private final ReadableConditions readable;
    private final ReportFiles files;

    ConditionFiles(ReadableConditions readable, ReportFiles files) {
        this.readable = readable;
        this.files = files;
    }

    /** The copy that was rebuilt. */
    ResponseEntity<byte[]> copy(UUID condition, int report, int number, Actor viewer) {
        readable.get(condition, viewer);
        return EvidenceFiles.savedCopy(
                files.copy(condition, report, number).orElseThrow(() -> Refused.notFound(MISSING)));
    }

    /** The file as it came. */
    ResponseEntity<byte[]> original(UUID condition, int report, int number, Actor viewer) {
        readable.get(condition, viewer);
        return EvidenceFiles.savedOriginal(
                files.original(condition, report, number).orElseThrow(() -> Refused.notFound(MISSING)));
    }
}
