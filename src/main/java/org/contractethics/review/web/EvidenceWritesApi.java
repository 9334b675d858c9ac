package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.UUID;
import org.contractethics.review.internal.advice.Element;
import org.contractethics.review.internal.advice.GivingAdvice;
import org.contractethics.review.internal.advice.GivingAdvice.Words;
import org.contractethics.review.internal.advice.Position;
import org.contractethics.review.internal.evidence.Consultation.Account;
import org.contractethics.review.internal.evidence.Consultation.Kind;
import org.contractethics.review.internal.evidence.Consultation.Manner;
import org.contractethics.review.internal.evidence.LoggingConsultations;
import org.contractethics.review.internal.evidence.NamingSources;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sources, consultations and advice are added, never changed: they need no If-Match. */
@RestController
@RequestMapping("/api/reviews/{reviewId}")
@Tag(name = "Evidence")
class EvidenceWritesApi {

    private final EvidenceFrame frame;
    private final NamingSources naming;
    private final LoggingConsultations logging;
    private final GivingAdvice giving;

    EvidenceWritesApi(EvidenceFrame frame, NamingSources naming, LoggingConsultations logging, GivingAdvice giving) {
        this.frame = frame;
        this.naming = naming;
        this.logging = logging;
        this.giving = giving;
    }

    /** @param corrects number of the source that this one replaces; null for a new one */
    @Schema(name = "NewSourceRequest")
    record NewSourceRequest(@Nullable SourceRequest source, @Nullable Integer corrects) {}

    /**
     * @param consulted the group, or who speaks for it; never the name of a person at risk
     * @param credibility why a proxy is credible
     * @param changed what was changed by it, or why nothing was
     */
    @Schema(name = "ConsultationRequest")
    record ConsultationRequest(
            @Nullable Kind kind,
            @Nullable String consulted,
            @Nullable String credibility,
            @Nullable LocalDate heldOn,
            @Nullable Manner manner,
            @Nullable String said,
            @Nullable String changed) {

        Account account() {
            return new Account(
                    kind,
                    Sent.text(consulted),
                    Sent.text(credibility),
                    heldOn,
                    manner,
                    Sent.text(said),
                    Sent.text(changed));
        }
    }

    /** @param seen number of the version of one's own that it begins from; 0 for the first */
    @Schema(name = "AdviceRequest")
    record AdviceRequest(@Nullable Element element, @Nullable Position position, @Nullable String text, int seen) {}

    /** @param seen number of the version that was read */
    @Schema(name = "CountersignatureRequest")
    record CountersignatureRequest(int seen, @Nullable String remark) {}

    @PostMapping("/sources")
    @Operation(summary = "Add a source", description = "Nothing is overwritten: a correction is added as well.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@PathVariable ReviewId reviewId, @RequestBody NewSourceRequest request, Actor actor) {
        frame.readable(reviewId, actor);
        SourceRequest source = request.source() == null ? SourceRequest.EMPTY : request.source();
        naming.add(reviewId, source.described(), request.corrects(), actor);
    }

    @PostMapping("/consultations")
    @Operation(summary = "Log a consultation (S6)")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void log(@PathVariable ReviewId reviewId, @RequestBody ConsultationRequest request, Actor actor) {
        frame.readable(reviewId, actor);
        logging.log(reviewId, request.account(), actor);
    }

    @PostMapping("/advice")
    @Operation(summary = "Give advice on an element", description = "An edit makes earlier countersignatures invalid.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void advise(@PathVariable ReviewId reviewId, @RequestBody AdviceRequest request, Actor actor) {
        frame.readable(reviewId, actor);
        giving.write(
                reviewId,
                new Words(request.element(), request.position(), Sent.text(request.text()), request.seen()),
                actor);
    }

    @PostMapping("/advice/{adviceId}/countersignature")
    @Operation(summary = "Countersign the advice of somebody else")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void countersign(
            @PathVariable ReviewId reviewId,
            @PathVariable UUID adviceId,
            @RequestBody CountersignatureRequest request,
            Actor actor) {
        frame.readable(reviewId, actor);
        giving.countersign(reviewId, adviceId, request.seen(), Sent.text(request.remark()), actor);
    }
}
