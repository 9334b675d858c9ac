package org.contractethics.concern.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.ReadingConcerns.View;
import org.contractethics.concern.internal.appeal.AppealResult;
import org.contractethics.concern.internal.appeal.AppealRules;
import org.contractethics.concern.internal.appeal.ReadingAppeals;
import org.contractethics.concern.internal.appeal.ReadingAppeals.Appeal;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;

/** The appeal against the answer: its form for the filer, its ruling for those who did not answer. */
@Component
class AppealPart implements HandlingPage.PagePart {

    private final ReadingAppeals appeals;

    AppealPart(ReadingAppeals appeals) {
        this.appeals = appeals;
    }

    @Override
    public void show(View view, Actor viewer, Map<String, Object> model) {
        Concern concern = view.concern();
        Optional<Appeal> appeal = appeals.of(concern, viewer);
        Optional<LocalDate> until = AppealRules.until(concern);
        model.put("appeal", appeal.orElse(null));
        model.put("appealUntil", until.orElse(null));
        model.put(
                "mayAppeal",
                !view.handling()
                        && appeal.isEmpty()
                        && until.filter(day -> !view.today().isAfter(day)).isPresent());
        model.put("mayRule", view.handling() && appeals.mayRule(concern, viewer));
        Map<String, String> results = new LinkedHashMap<>();
        Arrays.stream(AppealResult.values()).forEach(result -> results.put(result.name(), result.label()));
        model.put("appealResults", results);
    }
}
