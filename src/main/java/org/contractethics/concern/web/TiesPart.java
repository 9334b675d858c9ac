package org.contractethics.concern.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.concern.internal.ChoosingContract;
import org.contractethics.concern.internal.ChoosingContract.Chosen;
import org.contractethics.concern.internal.ReadingConcerns.View;
import org.contractethics.concern.internal.measure.Tie;
import org.contractethics.concern.internal.measure.TyingContracts;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** The contracts that a concern is tied to: those who handle it read them, tie it to another, and undo what was wrong. */
@Component
class TiesPart implements HandlingPage.PagePart {

    private final TyingContracts tying;
    private final ChoosingContract contracts;

    TiesPart(TyingContracts tying, ChoosingContract contracts) {
        this.tying = tying;
        this.contracts = contracts;
    }

    @Override
    public void show(View view, Actor viewer, Map<String, Object> model) {
        List<Tie> ties = view.handling() ? tying.of(view.concern().id()) : List.of();
        model.put("ties", ties);
        model.put("tiedContracts", names(ties, viewer));
        model.put("mayTie", view.handling() && tying.isPossible(view.concern()));
        model.put("officerName", viewer.username());
    }

    /** What the viewer may know of each, by its id. */
    private Map<UUID, String> names(List<Tie> ties, Actor viewer) {
        Map<UUID, String> names = new HashMap<>();
        for (Tie tie : ties) {
            names.computeIfAbsent(tie.contract(), id -> contracts
                    .find(new ContractId(id), viewer)
                    .map(Chosen::words)
                    .orElse("A contract"));
        }
        return names;
    }
}
