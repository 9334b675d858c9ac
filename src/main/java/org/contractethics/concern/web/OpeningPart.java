package org.contractethics.concern.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.concern.internal.ConcernMode;
import org.contractethics.concern.internal.ReadingConcerns.View;
import org.contractethics.concern.internal.opening.AskOpening;
import org.contractethics.concern.internal.opening.OpeningGround;
import org.contractethics.concern.internal.opening.OpeningKind;
import org.contractethics.concern.internal.opening.ReadingOpenings;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;

/** What was opened of a concern or is to be, for those who handle it and for its filer. */
@Component
class OpeningPart implements HandlingPage.PagePart {

    private final ReadingOpenings openings;

    OpeningPart(ReadingOpenings openings) {
        this.openings = openings;
    }

    @Override
    public void show(View view, Actor viewer, Map<String, Object> model) {
        Map<String, String> grounds = new LinkedHashMap<>();
        Arrays.stream(OpeningGround.values()).forEach(ground -> grounds.put(ground.name(), ground.label()));
        model.put("openings", view.withdrawnOn() == null ? openings.of(view.concern(), viewer) : List.of());
        model.put("openable", view.handling() ? openable(view) : Map.of());
        model.put("openingGrounds", grounds);
    }

    private static Map<String, String> openable(View view) {
        Map<String, String> openable = new LinkedHashMap<>();
        if (view.concern().mode() == ConcernMode.CONFIDENTIAL && view.withdrawnOn() == null) {
            openable.put(OpeningKind.IDENTITY.name(), OpeningKind.IDENTITY.label());
        }
        view.files()
                .forEach(file -> openable.put(
                        AskOpening.original(file.number()), "The original of attachment " + file.number()));
        return openable;
    }
}
