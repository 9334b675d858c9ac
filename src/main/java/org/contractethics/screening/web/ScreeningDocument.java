package org.contractethics.screening.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.screening.Screenings.AskedList;
import org.contractethics.screening.internal.Hit;
import org.contractethics.screening.internal.Hit.Answer;
import org.contractethics.screening.internal.HitState;
import org.contractethics.screening.internal.ReadingScreenings.OfContract;
import org.contractethics.screening.internal.matching.Band;
import org.contractethics.screening.internal.matching.TokenEvidence;
import org.jspecify.annotations.Nullable;

/**
 * The screening of a contract as the API tells it.
 *
 * @param screenedAt null where it was never screened: then nothing is known
 */
@Schema(name = "ContractScreening")
record ScreeningDocument(@Nullable Instant screenedAt, List<AskedList> lists, List<HitDocument> hits) {

    static ScreeningDocument of(OfContract found) {
        return new ScreeningDocument(
                found.screenedAt(),
                found.lists(),
                found.hits().stream().map(HitDocument::of).toList());
    }

    /**
     * @param adjustment with the tokens all that the score is made of
     * @param two whether it takes two people to clear it
     */
    @Schema(name = "ScreeningHit")
    record HitDocument(
            UUID id,
            String role,
            String party,
            String list,
            String listHash,
            LocalDate listStatedOn,
            String entry,
            String entryHash,
            List<String> programmes,
            String matchedName,
            double score,
            double adjustment,
            Band band,
            List<TokenEvidence> tokens,
            List<String> qualifiers,
            HitState state,
            boolean two,
            int evidence,
            int seen,
            List<Answer> answers) {

        static HitDocument of(Hit hit) {
            return new HitDocument(
                    hit.id(),
                    hit.role().name(),
                    hit.party(),
                    hit.list(),
                    hit.listHash(),
                    hit.listStatedOn(),
                    hit.entry().id(),
                    hit.entryHash(),
                    hit.entry().programmes(),
                    hit.matchedName(),
                    hit.score(),
                    hit.adjustment(),
                    hit.band(),
                    hit.tokens(),
                    hit.qualifiers(),
                    hit.state(),
                    hit.two(),
                    hit.evidence(),
                    hit.seen(),
                    hit.answers());
        }
    }
}
