package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.review.internal.followup.OpeningRemediation;
import org.contractethics.review.internal.followup.PlanningRemedy;
import org.contractethics.review.internal.followup.PlanningRemedy.ProposedMeasure;
import org.contractethics.review.internal.followup.Remediation.Form;
import org.jspecify.annotations.Nullable;

/** What programs send about a remediation; the names are those of the fields in the forms. */
final class RemediationRequests {

    private RemediationRequests() {}

    /** @param concern id of the concern, where that is the cause */
    @Schema(name = "RemediationRequest")
    record OpenRequest(
            @Nullable String cause,
            @Nullable String concern,
            @Nullable Involvement involvement,
            @Nullable String harm) {

        OpeningRemediation.Draft draft() {
            return new OpeningRemediation.Draft(Sent.text(cause), Sent.text(concern), involvement, Sent.text(harm));
        }
    }

    /** @param noWaiver that nobody has to give up a right to go to court for it */
    @Schema(name = "RemediationPlanRequest")
    record PlanRequest(
            @Nullable String harmed,
            @Nullable String heard,
            @Nullable List<@Nullable Form> forms,
            @Nullable String agreement,
            @Nullable Boolean noWaiver,
            @Nullable List<@Nullable MeasureRequest> measures) {

        PlanningRemedy.Draft draft() {
            List<ProposedMeasure> proposed = new ArrayList<>();
            for (MeasureRequest measure : Sent.rows(measures)) {
                proposed.add(measure.numbered(proposed.size() + 1));
            }
            return new PlanningRemedy.Draft(
                    Sent.text(harmed),
                    Sent.text(heard),
                    Sent.rows(forms).stream()
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList(),
                    Sent.text(agreement),
                    Boolean.TRUE.equals(noWaiver),
                    proposed);
        }
    }

    /** @param owner account name of who carries it out */
    @Schema(name = "RemedyMeasureRequest")
    record MeasureRequest(@Nullable String text, @Nullable String owner, @Nullable LocalDate due) {

        ProposedMeasure numbered(int number) {
            return new ProposedMeasure(number, Sent.text(text), Sent.text(owner), due);
        }
    }

    @Schema(name = "RemedyReportRequest")
    record ReportRequest(@Nullable String account) {}

    @Schema(name = "RemedyCompletionRequest")
    record DoneRequest(@Nullable Boolean done) {}

    /** @param peopleSay what those who were harmed say of the remedy, or why nobody could ask them */
    @Schema(name = "RemedyVerificationRequest")
    record VerificationRequest(
            @Nullable Boolean verified, @Nullable String peopleSay, @Nullable String verificationReasons) {}
}
