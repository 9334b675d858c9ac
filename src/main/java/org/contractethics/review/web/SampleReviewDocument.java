package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.followup.SampleComparison;
import org.contractethics.review.internal.followup.SampleLot;
import org.contractethics.review.internal.followup.SampleReview;
import org.contractethics.review.internal.followup.SampleReview.Result;
import org.contractethics.review.internal.followup.SampleReview.SampleRuling;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;

/**
 * A second review of the audit sample as programs read it.
 *
 * @param lot null until it is drawn
 * @param first null until the second result is given
 * @param verdict AGREES, MILDER or STRICTER; null likewise
 * @param differs AGREES, TIER, OUTCOME or TIER_AND_OUTCOME; null likewise
 */
@Schema(name = "SampleReview")
record SampleReviewDocument(
        UUID id,
        UUID contract,
        UUID review,
        UUID decision,
        Instant begunAt,
        @Nullable LotAnswer lot,
        @Nullable FirstAnswer first,
        @Nullable SecondAnswer second,
        @Nullable String verdict,
        @Nullable String differs,
        @Nullable RulingAnswer ruling) {

    static SampleReviewDocument of(SampleReview sample, SampleReviewWords words) {
        SampleLot lot = sample.lot();
        Result result = sample.result();
        SampleRuling ruled = sample.ruling();
        SampleComparison comparison = result == null ? null : words.comparison(sample);
        return new SampleReviewDocument(
                sample.id(),
                sample.contract().value(),
                sample.review().value(),
                sample.decision().value(),
                sample.begunAt(),
                lot == null ? null : LotAnswer.of(lot),
                result == null ? null : FirstAnswer.of(words.first(sample)),
                result == null ? null : SecondAnswer.of(result),
                comparison == null ? null : comparison.verdict().name(),
                comparison == null ? null : comparison.code(),
                ruled == null ? null : RulingAnswer.of(ruled));
    }

    /** @param lot SHA-256 over the id of the decision and the leaf hash of its entry, one a line */
    @Schema(name = "SampleLot")
    record LotAnswer(long entry, String leafHash, String lot, int percent, boolean drawn, Instant at) {

        static LotAnswer of(SampleLot lot) {
            return new LotAnswer(lot.entry(), lot.leafHash(), lot.lot(), lot.percent(), lot.drawn(), lot.at());
        }
    }

    @Schema(name = "SampleFirstResult")
    record FirstAnswer(String tier, String outcome, List<String> rights, String reasons, String by, Instant at) {

        static FirstAnswer of(Decision first) {
            return new FirstAnswer(
                    first.tier().name(),
                    first.outcome().name(),
                    first.rights(),
                    first.reasons(),
                    first.decidedBy(),
                    first.decidedAt());
        }
    }

    /** @param sameBasis whether documents and facts still were those of the first decision */
    @Schema(name = "SampleSecondResult")
    record SecondAnswer(
            String tier,
            String outcome,
            List<String> rights,
            String reasons,
            boolean knewFirst,
            boolean sameBasis,
            String by,
            Instant at) {

        static SecondAnswer of(Result result) {
            return new SecondAnswer(
                    result.tier().name(),
                    result.outcome().name(),
                    result.rights(),
                    result.reasons(),
                    result.knewFirst(),
                    result.sameBasis(),
                    result.by(),
                    result.at());
        }
    }

    @Schema(name = "SampleRuling")
    record RulingAnswer(String choice, String reasons, @Nullable UUID newReview, String by, Instant at) {

        static RulingAnswer of(SampleRuling ruling) {
            ReviewId opened = ruling.newReview();
            return new RulingAnswer(
                    ruling.choice().name(),
                    ruling.reasons(),
                    opened == null ? null : opened.value(),
                    ruling.by(),
                    ruling.at());
        }
    }
}
