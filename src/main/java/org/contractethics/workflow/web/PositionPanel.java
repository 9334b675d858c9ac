package org.contractethics.workflow.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.Reviews;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ContractId;
import org.contractethics.workflow.internal.CasePosition;
import org.contractethics.workflow.internal.CasePosition.Mark;
import org.contractethics.workflow.internal.CasePosition.Position;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** "Where this contract is": the drawing with the current position, and the same in words. */
@Component
class PositionPanel implements CasePanel {

    private final CasePosition positions;
    private final Reviews reviews;
    private final ContractRegister register;
    private final JsonMapper json;

    PositionPanel(CasePosition positions, Reviews reviews, ContractRegister register, JsonMapper json) {
        this.positions = positions;
        this.reviews = reviews;
        this.register = register;
        this.json = json;
    }

    @Override
    public Optional<View> panel(ContractId contract, Actor viewer) {
        return register.find(contract)
                .filter(known -> register.mayReadFacts(known, viewer))
                .flatMap(known -> reviews.latestOf(contract))
                .flatMap(positions::of)
                .map(position -> new View(100, Column.FULL, "workflow/position", model(position)));
    }

    private Map<String, Object> model(Position position) {
        return Map.of(
                "definition", position.definition(),
                "version", position.modelVersion(),
                "steps", position.steps(),
                "time", position.time(),
                "marks", json.writeValueAsString(marks(position.marks())));
    }

    /** Small words for the script: it sets them as class names. */
    private static Map<String, Map<String, String>> marks(Map<String, Mark> marks) {
        Map<String, Map<String, String>> plain = new LinkedHashMap<>();
        marks.forEach((element, mark) -> {
            Map<String, String> words = new LinkedHashMap<>();
            words.put("state", mark.state().name().toLowerCase(Locale.ROOT));
            if (mark.badge() != null) {
                words.put("badge", mark.badge());
            }
            if (mark.overdue()) {
                words.put("overdue", "yes");
            }
            plain.put(element, words);
        });
        return plain;
    }
}
