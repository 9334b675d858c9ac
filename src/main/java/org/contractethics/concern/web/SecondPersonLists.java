package org.contractethics.concern.web;

import java.util.List;
import java.util.Map;
import org.contractethics.concern.internal.ReadingConcerns;
import org.contractethics.concern.internal.measure.UndoingTies;
import org.contractethics.concern.internal.opening.ReadingOpenings;
import org.contractethics.concern.internal.retention.HoldingForLaw;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;

/** What waits for somebody as second person: legal holds, openings, ties to be undone. */
@Component
class SecondPersonLists {

    private final ReadingConcerns reading;
    private final HoldingForLaw holding;
    private final ReadingOpenings openings;
    private final UndoingTies undoing;

    SecondPersonLists(ReadingConcerns reading, HoldingForLaw holding, ReadingOpenings openings, UndoingTies undoing) {
        this.reading = reading;
        this.holding = holding;
        this.openings = openings;
        this.undoing = undoing;
    }

    /** By the names that the page gives them; empty lists for whoever handles no concern at all. */
    Map<String, Object> of(Actor viewer) {
        return reading.isHandler(viewer)
                ? Map.of(
                        "holds",
                        holding.forSecondPerson(viewer),
                        "toConfirm",
                        openings.forSecondPerson(viewer),
                        "tiesToUndo",
                        undoing.forSecondPerson(viewer))
                : Map.of("holds", List.of(), "toConfirm", List.of(), "tiesToUndo", List.of());
    }
}
