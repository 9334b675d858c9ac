package org.contractethics.review.web;

import java.util.List;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.shared.FormProblem;

/** The form of one stage: its fields, what can be wrong with them, and the use case it is sent to. */
interface StageForms {

    Stage stage();

    /** What the sending button says. */
    String act();

    /** Values a fresh form begins with. */
    default FormValues initial(Open open) {
        return FormValues.none();
    }

    List<Section> sections(Open open, FormValues values);

    List<FormProblem> problems(Open open, FormValues values);

    /** What follows from the values, worked out by the server; shown on the form and on the check page. */
    default List<Statement> consequences(Open open, FormValues values) {
        return List.of();
    }

    /** What was typed, made ready to be sent once more after somebody changed the case meanwhile. */
    default FormValues again(Open open, FormValues values) {
        return values;
    }

    /** @return one sentence that tells the person what was done */
    String send(Open open, FormValues values);
}
