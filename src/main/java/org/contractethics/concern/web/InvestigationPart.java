package org.contractethics.concern.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.contractethics.concern.internal.ConcernMode;
import org.contractethics.concern.internal.FindingResult;
import org.contractethics.concern.internal.ReadingConcerns.View;
import org.contractethics.concern.internal.investigation.ReadingFindings;
import org.contractethics.concern.internal.investigation.ReadingFindings.OnAllegation;
import org.contractethics.concern.internal.investigation.RecordFinding;
import org.contractethics.concern.internal.investigation.Source.Reliability;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;

/** The findings on a concern and the form for one more; and, for its filer as well, those on which the answer rests. */
@Component
class InvestigationPart implements HandlingPage.PagePart {

    private final ReadingFindings reading;

    InvestigationPart(ReadingFindings reading) {
        this.reading = reading;
    }

    @Override
    public void show(View view, Actor viewer, Map<String, Object> model) {
        List<OnAllegation> found = view.handling() ? reading.all(view.concern(), viewer) : List.of();
        model.put("findings", found);
        model.put("findingSummary", ReadingFindings.summary(found));
        model.put("citedFindings", reading.ofAnswer(view.concern(), viewer));
        model.put("findingAbout", about(found));
        model.put("findingResults", results());
        model.put("sourceReliabilities", reliabilities());
        model.put(
                "sourceRows",
                IntStream.rangeClosed(1, RecordFinding.MOST).boxed().toList());
        model.put("mayFind", view.handling() && view.concern().status().isInProgress() && view.withdrawnOn() == null);
        model.put("reviewersReadFindings", view.concern().mode() == ConcernMode.OPEN);
    }

    private static Map<String, String> about(List<OnAllegation> found) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("", "An allegation that stands in no finding yet");
        found.forEach(one -> about.put(
                one.last().finding().allegation() + "-" + one.last().finding().version(),
                "Allegation " + one.last().finding().allegation() + ", as a new version"));
        return about;
    }

    private static Map<String, String> results() {
        Map<String, String> results = new LinkedHashMap<>();
        Arrays.stream(FindingResult.values()).forEach(result -> results.put(result.name(), result.label()));
        return results;
    }

    private static Map<String, String> reliabilities() {
        Map<String, String> reliabilities = new LinkedHashMap<>();
        Arrays.stream(Reliability.values()).forEach(one -> reliabilities.put(one.name(), one.label()));
        return reliabilities;
    }
}
