package org.contractethics.concern.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.contractethics.concern.internal.ReadingConcerns.View;
import org.contractethics.concern.internal.retaliation.AdverseActKind;
import org.contractethics.concern.internal.retaliation.WatchingRetaliation;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;

/** The retaliation watch: the question for the filer, and what they told of. */
@Component
class WatchPart implements HandlingPage.PagePart {

    private final WatchingRetaliation watching;

    WatchPart(WatchingRetaliation watching) {
        this.watching = watching;
    }

    @Override
    public void show(View view, Actor viewer, Map<String, Object> model) {
        Map<String, String> kinds = new LinkedHashMap<>();
        Arrays.stream(AdverseActKind.values()).forEach(kind -> kinds.put(kind.name(), kind.label()));
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("no", "No");
        answers.put("yes", "Yes");
        model.put("ownCase", UUID.randomUUID().toString());
        model.put("watch", watching.of(view.concern(), viewer));
        model.put("actKinds", kinds);
        model.put("happenedAnswers", answers);
    }
}
