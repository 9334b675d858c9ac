package org.contractethics.concern.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.concern.internal.WeighingConcerns;
import org.contractethics.concern.internal.WeighingConcerns.Weighed;
import org.contractethics.concern.internal.question.ReadingQuestions;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** Concerns on the case page: their number for employees, their substance for those who review the contract. */
@Component
class ConcernPanel implements CasePanel {

    private static final int ORDER = 500;

    private final WeighingConcerns weighing;
    private final ReadingQuestions questions;

    ConcernPanel(WeighingConcerns weighing, ReadingQuestions questions) {
        this.weighing = weighing;
        this.questions = questions;
    }

    @Override
    public Optional<View> panel(ContractId contract, Actor viewer) {
        List<Weighed> weighed = weighing.on(contract, viewer);
        boolean employee = viewer.has(Role.EMPLOYEE);
        if (!employee && weighed.isEmpty()) {
            return Optional.empty();
        }
        Column column = weighed.isEmpty() ? Column.SIDE : Column.MAIN;
        Map<String, Object> model = Map.of(
                "contract",
                contract,
                "open",
                weighing.openInWords(contract, viewer),
                "concerns",
                weighed,
                "questions",
                questions.forReviewer(weighed.stream().map(Weighed::id).toList(), viewer),
                "mayFile",
                employee);
        return Optional.of(new View(ORDER, column, "concern/panel", model));
    }
}
