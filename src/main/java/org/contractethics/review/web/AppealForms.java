package org.contractethics.review.web;

import java.util.List;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.Appeals;
import org.contractethics.review.internal.DecidingAppeal;
import org.contractethics.review.internal.StageForm.AppealResult;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.shared.FormProblem;
import org.springframework.stereotype.Component;

/** S9, the ruling. */
@Component
class AppealForms implements StageForms {

    private final DecidingAppeal deciding;
    private final Appeals appeals;

    AppealForms(DecidingAppeal deciding, Appeals appeals) {
        this.deciding = deciding;
        this.appeals = appeals;
    }

    @Override
    public Stage stage() {
        return Stage.APPEAL;
    }

    @Override
    public String act() {
        return "Record the ruling";
    }

    @Override
    public List<Section> sections(Open open, FormValues values) {
        return List.of(Section.of(
                "Ruling",
                "The first decision stays visible, whatever you rule.",
                Field.radios(
                        "result",
                        "Result",
                        Field.choices(
                                AppealResult.CONFIRM.name(), AppealResult.CONFIRM.label(),
                                AppealResult.RETURN.name(), AppealResult.RETURN.label()),
                        null,
                        true),
                Field.area(
                        "reasons",
                        "Reasons",
                        "Where the contract goes back, these are also what the account owner has to answer.",
                        true,
                        6)));
    }

    @Override
    public List<FormProblem> problems(Open open, FormValues values) {
        return deciding.problems(values.constant("result", AppealResult.class), values.text("reasons"));
    }

    @Override
    public List<Statement> consequences(Open open, FormValues values) {
        return appeals.of(open.review().id()).stream()
                .filter(appeal -> appeal.ruling() == null)
                .map(appeal -> Statement.titled("The appeal")
                        .line(
                                "Filed by",
                                appeal.filedBy() + ", " + appeal.filedAs().label())
                        .line("Reasons", appeal.reasons())
                        .build())
                .toList();
    }

    @Override
    public String send(Open open, FormValues values) {
        deciding.rule(
                open.review().id(),
                values.constant("result", AppealResult.class),
                values.text("reasons"),
                open.actor());
        return "The ruling is recorded.";
    }
}
