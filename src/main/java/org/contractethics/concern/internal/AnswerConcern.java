package org.contractethics.concern.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.contractethics.shared.FormProblem;

/**
 * The reasoned answer as an officer wants to give it.
 *
 * @param cause name of a {@link CauseCode}; anything else is a problem
 */
public record AnswerConcern(
        String considered, String decision, String article, String effect, String appeal, String cause) {

    private static final int MAX = 10_000;

    public AnswerConcern {
        considered = PlainText.of(considered);
        decision = PlainText.of(decision);
        article = PlainText.of(article);
        effect = PlainText.of(effect);
        appeal = PlainText.of(appeal);
    }

    /** What is missing; an answer without any of its parts is none. */
    public List<FormProblem> problems() {
        var problems = new ArrayList<FormProblem>();
        need(problems, "considered", considered, "Write which facts you considered.");
        need(problems, "decision", decision, "Write what was decided, and why.");
        need(problems, "article", article, "Name the policy or treaty article the decision rests on.");
        need(problems, "effect", effect, "Write what happens to the contract; \"nothing changes\" is an answer too.");
        need(problems, "appeal", appeal, "Write how the filer can appeal.");
        if (CauseCode.named(cause).isEmpty()) {
            problems.add(new FormProblem("cause", "Choose what the concern came from."));
        }
        return List.copyOf(problems);
    }

    Answer by(String officer, LocalDate today) {
        return new Answer(officer, today, considered, decision, article, effect, appeal);
    }

    private static void need(List<FormProblem> problems, String field, String value, String missing) {
        if (PlainText.isBlank(value)) {
            problems.add(new FormProblem(field, missing));
        } else if (value.length() > MAX) {
            problems.add(new FormProblem(field, "Use at most 10,000 characters here."));
        }
    }
}
