package org.contractethics.concern.internal.question;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.question.QuestionRows.Row;
import org.contractethics.concern.internal.vault.Opening;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The questions of reviewers to filers, for each of the three sides. Who asked is shown to none of them. */
@Service
public class ReadingQuestions {

    private final HandledConcerns concerns;
    private final QuestionRows questions;

    ReadingQuestions(HandledConcerns concerns, QuestionRows questions) {
        this.concerns = concerns;
        this.questions = questions;
    }

    /**
     * @param text as the reader may know it: the reviewer's words, or for a filer whose words reviewers do not read, the handler's
     * @param ruledOn the day on which those who handle the concern decided about it; null while they have not
     * @param turnedBack why it was not passed on; empty where it was, and while nobody decided
     * @param wording in which it was passed on, for those who handle the concern; empty where the filer reads the question itself
     * @param answer of the filer, or for reviewers what was released of it; null while the reader may know of none
     */
    public record Asked(
            int number,
            String text,
            LocalDate askedOn,
            @Nullable LocalDate ruledOn,
            String turnedBack,
            String wording,
            @Nullable Answered answer) {

        /** Whether those who handle the concern still have to decide about it. */
        public boolean isUndecided() {
            return ruledOn == null;
        }
    }

    /**
     * @param on the day of the answer; null for reviewers, who read what was released of it
     * @param mayShow whether the filer agrees that reviewers know something of it
     * @param released what they may know of it, for those who handle the concern; empty while nothing is
     */
    public record Answered(String text, @Nullable LocalDate on, boolean mayShow, String released) {}

    /** What reviewers asked about concerns that the viewer weighs as a reviewer; that was asked before. Nothing while concerns are sealed. */
    @Transactional
    public Map<ConcernId, List<Asked>> forReviewer(Collection<ConcernId> weighed, Actor reviewer) {
        if (weighed.isEmpty() || concerns.isSealed()) {
            return Map.of();
        }
        Map<ConcernId, List<Row>> rows = questions.of(weighed).stream()
                .collect(Collectors.groupingBy(Row::concern, LinkedHashMap::new, Collectors.toList()));
        Map<ConcernId, List<Asked>> asked = new LinkedHashMap<>();
        rows.forEach((id, all) -> {
            Opening opening = concerns.openingForReviewer(id, reviewer);
            asked.put(id, all.stream().map(row -> forReviewer(row, opening)).toList());
        });
        return asked;
    }

    /** For somebody who handles the concern, or its filer, who sees what was passed on; which of both was asked before. */
    @Transactional
    public List<Asked> onPage(Concern concern, Actor viewer, boolean handling) {
        ConcernId id = concern.id();
        List<Row> rows = questions.all(id).stream()
                .filter(row -> handling || row.isPassedOn())
                .toList();
        if (rows.isEmpty() || concerns.isWithdrawn(id)) {
            return List.of();
        }
        Opening words = concerns.openingOfWords(concern, viewer);
        if (!handling) {
            return rows.stream().map(row -> forFiler(row, words)).toList();
        }
        Opening reviewers = concerns.openingOfReviewers(id, viewer);
        return rows.stream().map(row -> forHandler(row, words, reviewers)).toList();
    }

    /** For the filer of a concern that was not withdrawn, whose words reviewers do not read. */
    List<Asked> forFiler(ConcernId id, Opening words) {
        return questions.all(id).stream()
                .filter(Row::isPassedOn)
                .map(row -> forFiler(row, words))
                .toList();
    }

    /** Of an answer that is sealed for those who handle the concern, what they released of it. */
    private static Asked forReviewer(Row row, Opening reviewers) {
        boolean read = row.asked() == null && !row.untold();
        String answer =
                read ? text(row, "answer", row.answer(), reviewers) : text(row, "released", row.released(), reviewers);
        return new Asked(
                row.number(),
                text(row, "text", row.text(), reviewers),
                row.askedOn(),
                row.ruledOn(),
                text(row, "reason", row.reason(), reviewers),
                "",
                answer.isEmpty() ? null : new Answered(answer, null, false, ""));
    }

    private static Asked forHandler(Row row, Opening words, Opening reviewers) {
        return new Asked(
                row.number(),
                text(row, "text", row.text(), reviewers),
                row.askedOn(),
                row.ruledOn(),
                text(row, "reason", row.reason(), reviewers),
                text(row, "asked", row.asked(), words),
                answered(row, words, text(row, "released", row.released(), reviewers)));
    }

    private static Asked forFiler(Row row, Opening words) {
        String asked =
                row.asked() == null ? text(row, "text", row.text(), words) : text(row, "asked", row.asked(), words);
        return new Asked(row.number(), asked, row.askedOn(), row.ruledOn(), "", "", answered(row, words, ""));
    }

    private static @Nullable Answered answered(Row row, Opening words, String released) {
        return row.answer() == null
                ? null
                : new Answered(text(row, "answer", row.answer(), words), row.answeredOn(), row.mayShow(), released);
    }

    private static String text(Row row, String field, byte @Nullable [] sealed, Opening opening) {
        return sealed == null ? "" : opening.text(QuestionRows.field(row.number(), field), sealed);
    }
}
