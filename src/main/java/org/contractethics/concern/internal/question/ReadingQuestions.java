package org.contractethics.concern.internal.question;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
     * @param ruledOn the day on which those who handle the concern decided about it; null while they have not
     * @param turnedBack why it was not passed on; empty where it was, and while nobody decided
     * @param answer of the filer; null while the reader may know of none
     */
    public record Asked(
            int number,
            String text,
            LocalDate askedOn,
            @Nullable LocalDate ruledOn,
            String turnedBack,
            @Nullable LocalDate answeredOn,
            @Nullable String answer) {

        /** Whether those who handle the concern still have to decide about it. */
        public boolean isUndecided() {
            return ruledOn == null;
        }
    }

    /**
     * What reviewers asked about concerns whose words the viewer reads as a reviewer; that was asked before. Nothing while concerns are
     * sealed.
     */
    @Transactional
    public Map<ConcernId, List<Asked>> forReviewer(Collection<ConcernId> readable, Actor reviewer) {
        if (readable.isEmpty() || concerns.isSealed()) {
            return Map.of();
        }
        Map<ConcernId, List<Row>> rows = questions.of(readable).stream()
                .collect(Collectors.groupingBy(Row::concern, LinkedHashMap::new, Collectors.toList()));
        Map<ConcernId, List<Asked>> asked = new LinkedHashMap<>();
        rows.forEach((id, all) -> {
            Opening opening = concerns.openingForReviewer(id, reviewer);
            asked.put(
                    id,
                    all.stream().map(row -> asked(row, opening, !row.untold())).toList());
        });
        return asked;
    }

    /** For somebody who handles the concern, or its filer, who sees what was passed on; which of both was asked before. */
    @Transactional
    public List<Asked> onPage(Concern concern, Actor viewer, boolean handling) {
        List<Row> rows = questions.all(concern.id()).stream()
                .filter(row -> handling || row.isPassedOn())
                .toList();
        if (rows.isEmpty() || concerns.isWithdrawn(concern.id())) {
            return List.of();
        }
        Opening opening = concerns.openingOfWords(concern, viewer);
        return rows.stream().map(row -> asked(row, opening, true)).toList();
    }

    private static Asked asked(Row row, Opening opening, boolean told) {
        boolean answered = row.answer() != null && told;
        return new Asked(
                row.number(),
                opening.text(QuestionRows.field(row.number(), "text"), row.text()),
                row.askedOn(),
                row.ruledOn(),
                row.reason() == null ? "" : opening.text(QuestionRows.field(row.number(), "reason"), row.reason()),
                answered ? row.answeredOn() : null,
                answered
                        ? opening.text(QuestionRows.field(row.number(), "answer"), Objects.requireNonNull(row.answer()))
                        : null);
    }
}
