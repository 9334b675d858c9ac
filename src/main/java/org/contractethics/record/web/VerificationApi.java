package org.contractethics.record.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.contractethics.record.RecordReader;
import org.contractethics.record.RecordVerification;
import org.contractethics.record.internal.ReadingRules;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Verification of the whole record by programs. */
@RestController
@RequestMapping("/api/record/verifications")
@Tag(name = "Record")
class VerificationApi {

    private final RecordReader record;
    private final ReadingRules rules;

    VerificationApi(RecordReader record, ReadingRules rules) {
        this.record = record;
        this.rules = rules;
    }

    /**
     * @param entries recomputed, up to the first bad one
     * @param firstBad number of the first bad entry; null where no single entry is to blame
     * @param problem what is wrong; null where the record is intact
     * @param further what is wrong in other places, a sentence each
     * @param erased sealed values that are missing because an entry says that they were lawfully erased
     */
    @Schema(name = "RecordVerification")
    record VerificationAnswer(
            boolean intact,
            Instant verifiedAt,
            String requestedBy,
            long entries,
            String rootHash,
            @Nullable Long firstBad,
            @Nullable String problem,
            List<String> further,
            long erased,
            long millis) {

        static VerificationAnswer of(RecordVerification found) {
            return new VerificationAnswer(
                    found.intact(),
                    found.verifiedAt(),
                    found.requestedBy(),
                    found.head().size(),
                    found.head().rootHash(),
                    found.firstBad(),
                    found.problem(),
                    found.further(),
                    found.erased(),
                    found.millis());
        }
    }

    @GetMapping("/last")
    @Operation(summary = "What the last verification of the record found")
    VerificationAnswer last(Actor viewer) {
        demandReader(viewer);
        return record.lastVerification()
                .map(VerificationAnswer::of)
                .orElseThrow(() -> Refused.notFound("The record was not verified since the application started."));
    }

    @PostMapping
    @Operation(
            summary = "Verify the whole record now",
            description =
                    "Every hash is recomputed from the stored bytes. A damaged record is no refusal: read intact.")
    VerificationAnswer verify(Actor viewer) {
        demandReader(viewer);
        return VerificationAnswer.of(record.verify(viewer.username()));
    }

    private void demandReader(Actor viewer) {
        if (!rules.mayReadAll(viewer)) {
            throw Refused.notAllowed("The record is verified by auditors, the board committee and the ombuds.");
        }
    }
}
