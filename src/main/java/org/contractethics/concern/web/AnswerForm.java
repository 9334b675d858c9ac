package org.contractethics.concern.web;

import org.contractethics.concern.internal.AnswerConcern;
import org.jspecify.annotations.Nullable;

/** The parts of an answer as typed so far. */
public record AnswerForm(String considered, String decision, String article, String effect, String appeal) {

    static final AnswerForm EMPTY = new AnswerForm("", "", "", "", "");

    @SuppressWarnings("NullAway") // a field that is missing from the request arrives as null
    public AnswerForm {
        considered = orEmpty(considered);
        decision = orEmpty(decision);
        article = orEmpty(article);
        effect = orEmpty(effect);
        appeal = orEmpty(appeal);
    }

    public boolean isEmpty() {
        return equals(EMPTY);
    }

    AnswerConcern toCommand() {
        return new AnswerConcern(considered, decision, article, effect, appeal);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
