package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.contractethics.policy.Weighed;
import org.contractethics.review.internal.AllowedSpace.Row;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.VoteRound;
import org.contractethics.review.internal.residual.CountersigningResidual;
import org.contractethics.review.internal.residual.CountersigningResidual.View;
import org.contractethics.review.internal.residual.CountersigningResidual.Words;
import org.contractethics.review.internal.residual.ResidualCountersignature;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Residual severity for programs. A countersignature is added, never changed: it needs no If-Match. */
@RestController
@RequestMapping("/api/reviews/{reviewId}/residual-severity")
@Tag(name = "Evidence")
class ResidualApi {

    private final EvidenceFrame frame;
    private final CountersigningResidual countersigning;

    ResidualApi(EvidenceFrame frame, CountersigningResidual countersigning) {
        this.frame = frame;
        this.countersigning = countersigning;
    }

    /**
     * @param seen the {@code basis} that was read
     * @param agreed true to countersign, false to refuse
     */
    @Schema(name = "ResidualCountersignatureRequest")
    record ResidualCountersignatureRequest(@Nullable String seen, @Nullable Boolean agreed, @Nullable String reasons) {}

    /**
     * @param lowered whether the mitigation of the present pass states less than was assessed
     * @param basis hash of the mitigation and the assessment that would be countersigned; empty before a mitigation
     * @param open whether you may countersign now
     * @param standing the countersignature or refusal that counts; null where there is none
     * @param earlier those that a later change left behind
     */
    @Schema(name = "ResidualSeverity")
    record ResidualDocument(
            boolean lowered,
            String basis,
            boolean open,
            List<ResidualRight> rights,
            @Nullable Signed standing,
            List<Signed> earlier) {}

    /** Null where a likelihood is not known. */
    @Schema(name = "ResidualSeverityOfRight")
    record ResidualRight(
            String right,
            String assessedSeverity,
            String residualSeverity,
            @Nullable String assessedLikelihood,
            @Nullable String residualLikelihood) {

        static ResidualRight of(Row row) {
            Weighed weighed = Objects.requireNonNull(row.weighed());
            return new ResidualRight(
                    row.right(),
                    weighed.assessed().name(),
                    weighed.residual().name(),
                    Rows.name(weighed.assessedLikelihood()),
                    Rows.name(weighed.residualLikelihood()));
        }
    }

    @Schema(name = "ResidualCountersignature")
    record Signed(String person, boolean agreed, String reasons, Instant signedAt) {

        static Signed of(ResidualCountersignature one) {
            return new Signed(one.person(), one.agreed(), one.reasons(), one.signedAt());
        }
    }

    @Operation(summary = "Assessed beside residual severity, and who countersigned it")
    @GetMapping
    ResidualDocument read(@PathVariable ReviewId reviewId, Actor viewer) {
        View view = countersigning.seenBy(frame.readable(reviewId, viewer), viewer);
        ResidualCountersignature standing = view.standing();
        return new ResidualDocument(
                view.lowered(),
                view.basis(),
                view.open(),
                rights(view),
                standing == null ? null : Signed.of(standing),
                view.earlier().stream().map(Signed::of).toList());
    }

    private static List<ResidualRight> rights(View view) {
        VoteRound round = view.round();
        return round == null
                ? List.of()
                : round.space().rows().stream()
                        .filter(row -> row.weighed() != null)
                        .map(ResidualRight::of)
                        .toList();
    }

    @PostMapping("/countersignature")
    @Operation(
            summary = "Countersign the residual severity, or refuse",
            description = "By a human-rights reviewer who did not write the mitigation, before anybody votes.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void countersign(
            @PathVariable ReviewId reviewId, @RequestBody ResidualCountersignatureRequest request, Actor actor) {
        frame.readable(reviewId, actor);
        countersigning.say(
                reviewId, new Words(request.agreed(), Sent.text(request.reasons()), Sent.text(request.seen())), actor);
    }
}
