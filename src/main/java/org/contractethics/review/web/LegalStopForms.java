package org.contractethics.review.web;

import java.util.List;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.DecidingLegalStop;
import org.contractethics.review.internal.StageForm.LegalResult;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.screening.Screenings;
import org.contractethics.shared.FormProblem;
import org.springframework.stereotype.Component;

/** S3. */
@Component
class LegalStopForms implements StageForms {

    private final DecidingLegalStop deciding;
    private final Screenings screenings;

    LegalStopForms(DecidingLegalStop deciding, Screenings screenings) {
        this.deciding = deciding;
        this.screenings = screenings;
    }

    @Override
    public Stage stage() {
        return Stage.LEGAL_STOP;
    }

    @Override
    public String act() {
        return "Record the legal result";
    }

    @Override
    public List<Section> sections(Open open, FormValues values) {
        return List.of(Section.of(
                "Legal grounds",
                "Sanctions, embargoes, export control, prohibited practices. A stop ends the review. Clearance is no approval: the human-rights review begins after it.",
                Field.radios(
                                "result",
                                "Result",
                                Field.choices(
                                        LegalResult.CLEAR.name(), LegalResult.CLEAR.label(),
                                        LegalResult.LICENCE_NEEDED.name(), LegalResult.LICENCE_NEEDED.label(),
                                        LegalResult.STOP.name(), LegalResult.STOP.label()),
                                null,
                                true)
                        .noting(ScreeningNotes.of(
                                open.contract().id(),
                                screenings.of(open.contract().id()))),
                Field.area("reasons", "Reasons", "Name the law or list you checked, and what you found.", true, 6)));
    }

    @Override
    public List<FormProblem> problems(Open open, FormValues values) {
        return deciding.problems(values.constant("result", LegalResult.class), values.text("reasons"));
    }

    @Override
    public String send(Open open, FormValues values) {
        LegalResult result = values.constant("result", LegalResult.class);
        deciding.decide(open.review().id(), result, values.text("reasons"), open.actor());
        return result == LegalResult.STOP
                ? "The contract is stopped on legal grounds."
                : "The legal result is recorded.";
    }
}
