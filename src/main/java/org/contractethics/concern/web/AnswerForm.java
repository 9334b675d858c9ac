package org.contractethics.concern.web;

import org.contractethics.concern.internal.AnswerConcern;

/** The parts of an answer as typed so far. */
public record AnswerForm(
        String considered, String decision, String article, String effect, String appeal, String cause) {

    static final AnswerForm EMPTY = new AnswerForm("", "", "", "", "", "");

    @SuppressWarnings("NullAway") // a field that is missing from the request arrives as null
    public AnswerForm {
        considered = FormFields.orEmpty(considered);
        decision = FormFields.orEmpty(decision);
        article = FormFields.orEmpty(article);
        effect = FormFields.orEmpty(effect);
        appeal = FormFields.orEmpty(appeal);
        cause = FormFields.orEmpty(cause);
    }

    public boolean isEmpty() {
        return equals(EMPTY);
    }

    AnswerConcern toCommand() {
        return new AnswerConcern(considered, decision, article, effect, appeal, cause);
    }
}
