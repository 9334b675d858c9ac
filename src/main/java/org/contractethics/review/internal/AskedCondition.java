package org.contractethics.review.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.review.internal.Decision.AnsweredCondition;
import org.contractethics.review.internal.Verdict.ProposedCondition;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * A condition that a vote for an approval with conditions depends on. The decision takes it up word for word or answers it, so
 * that whoever records the decision cannot soften what the panel voted for (H5, H6, H10).
 *
 * @param voter account name
 * @param ordinal its place among those of this vote, from 1
 */
public record AskedCondition(String voter, Role role, int ordinal, String text) {

    /** What a vote asks for stands in one entry of the record with its reasons and its evidence. */
    static final int MOST_OF_A_VOTE = 5;

    static final int MOST_BYTES = 3_000;

    /** Names it in a form and in a request: account name of the voter, a stroke, its place among those of the vote. */
    public String key() {
        return voter + "/" + ordinal;
    }

    /** The field of its answer. */
    public String field() {
        return "asked-" + voter + "-" + ordinal;
    }

    /** All that these votes ask for, in the order of their voters. */
    static List<AskedCondition> in(List<Vote> votes) {
        List<AskedCondition> asked = new ArrayList<>();
        for (Vote vote : votes) {
            for (int place = 0; place < vote.conditions().size(); place++) {
                asked.add(new AskedCondition(
                        vote.voter(), vote.role(), place + 1, vote.conditions().get(place)));
            }
        }
        return asked;
    }

    /** What is wrong with the conditions of a vote. */
    static void check(Problems problems, List<String> conditions, Vote.@Nullable Choice choice) {
        problems.when(
                        !conditions.isEmpty() && choice != Vote.Choice.CONDITIONAL,
                        "conditions",
                        "Only an approval with conditions asks for conditions. Choose that outcome, or leave them out.")
                .when(
                        conditions.size() > MOST_OF_A_VOTE,
                        "conditions",
                        "Ask for at most " + MOST_OF_A_VOTE + " conditions, each on a line of its own.")
                .when(
                        conditions.stream().anyMatch(text -> RealWords.lacking(text, 10, 2)),
                        "conditions",
                        "Say each condition in words, on a line of its own: what has to be done, or must not be.")
                .when(
                        conditions.stream().mapToInt(RecordedText::bytes).sum() > MOST_BYTES,
                        "conditions",
                        "Shorten the conditions to 3,000 bytes together. A letter takes one to four.")
                .length(String.join("\n", conditions), "conditions");
    }

    /** Each is taken up or answered in words. */
    static List<FormProblem> problems(List<AskedCondition> asked, Verdict verdict) {
        Problems problems = new Problems();
        for (AskedCondition one : asked) {
            String answer = verdict.askedAnswers().getOrDefault(one.key(), "");
            problems.length(answer, one.field());
            if (!one.takenUp(verdict.conditions()) && RealWords.lacking(answer)) {
                problems.when(
                        true,
                        one.field(),
                        "A vote asks for this condition: \"" + one.text()
                                + "\". Add it word for word as a condition of its own,"
                                + " or say in a sentence why it is not taken up, or which condition stands for it.");
            }
        }
        return problems.list();
    }

    static List<AnsweredCondition> answered(List<AskedCondition> asked, Verdict verdict) {
        Map<String, String> answers = verdict.askedAnswers();
        return asked.stream()
                .map(one -> new AnsweredCondition(
                        UUID.randomUUID(),
                        one,
                        one.takenUp(verdict.conditions()),
                        answers.getOrDefault(one.key(), "").strip()))
                .toList();
    }

    /** Whether one of the conditions says exactly this, spaces and line breaks aside. */
    public boolean takenUp(List<ProposedCondition> conditions) {
        return conditions.stream().anyMatch(condition -> plain(condition.text()).equals(plain(text)));
    }

    /** As {@code review.plain_words} of the database tells it. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[ \t\n\r\f]+", " ")
                .replaceAll("^ | $", "");
    }
}
