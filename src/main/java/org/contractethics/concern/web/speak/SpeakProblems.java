package org.contractethics.concern.web.speak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.contractethics.concern.internal.CataloguedRights;
import org.contractethics.concern.internal.FileConcern;
import org.contractethics.concern.internal.Matters;
import org.contractethics.concern.internal.PlainText;
import org.contractethics.shared.FormProblem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is wrong with a form, in the language of the page. The use case asks the same again, in its own words. */
@Component
class SpeakProblems {

    private static final int MAX_RIGHTS = 30;
    private static final int MAX_RIGHT = 120;

    private final MessageSource words;
    private final CataloguedRights catalogue;
    private final Matters matters;

    SpeakProblems(MessageSource words, CataloguedRights catalogue, Matters matters) {
        this.matters = matters;
        this.catalogue = catalogue;
        this.words = words;
    }

    List<FormProblem> in(SpeakForm form, Locale language) {
        FileConcern command = form.toCommand();
        var problems = new ArrayList<FormProblem>();
        if (!form.hasKnownTopic()) {
            problems.add(problem("topic", "wrong.topic", language));
        }
        if (PlainText.isBlank(form.text())) {
            problems.add(problem("text", "wrong.text", language));
        } else if (command.text().length() > FileConcern.MAX_TEXT) {
            problems.add(problem("text", "wrong.long", language));
        }
        if (form.named().length() > SpeakForm.MAX_NAMED) {
            problems.add(problem("named", "wrong.named", language));
        }
        if (form.agency().length() > SpeakForm.MAX_NAMED) {
            problems.add(problem("agency", "wrong.named", language));
        }
        if (form.clause().length() > SpeakForm.MAX_NAMED) {
            problems.add(problem("clause", "wrong.named", language));
        }
        if (!form.matter().isBlank() && !form.contract().isEmpty()) {
            problems.add(problem("matter", "wrong.matter.one", language));
        } else if (!form.matter().isBlank()
                && matters.findForAnybody(form.matter()).isEmpty()) {
            problems.add(problem("matter", "wrong.matter", language));
        }
        List<String> rights = command.rightsNamed();
        if (rights.size() > MAX_RIGHTS || rights.stream().anyMatch(right -> right.length() > MAX_RIGHT)) {
            problems.add(problem("rights", "wrong.rights", language));
        }
        if (!catalogue.unknown(rights).isEmpty()) {
            problems.add(problem("rights", "wrong.rights.code", language));
        }
        if (command.desiredOutcome().length() > FileConcern.MAX_OUTCOME) {
            problems.add(problem("outcome", "wrong.outcome", language));
        }
        return List.copyOf(problems);
    }

    FormProblem problem(String field, String code, Locale language) {
        return new FormProblem(field, words.getMessage(code, null, language));
    }
}
