package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.RecordingResearch;
import org.contractethics.review.internal.RecordingResearch.Claim;
import org.contractethics.review.internal.RecordingResearch.Findings;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.evidence.SourceList;
import org.contractethics.review.internal.evidence.Supports;
import org.contractethics.shared.FormProblem;
import org.springframework.stereotype.Component;

/** S5. */
@Component
class ResearchForms implements StageForms {

    private static final String COUNT = "evidence-count";

    private final RecordingResearch recording;
    private final SourceList sources;

    ResearchForms(RecordingResearch recording, SourceList sources) {
        this.recording = recording;
        this.sources = sources;
    }

    @Override
    public Stage stage() {
        return Stage.RESEARCH;
    }

    @Override
    public String act() {
        return "Record the research";
    }

    @Override
    public List<Section> sections(Open open, FormValues values) {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                "End use and capability",
                null,
                Field.area(
                        "end-use",
                        "End use",
                        "What the agency will do with what is delivered, as far as you found out.",
                        true,
                        4),
                Field.area("intended", "Intended capability", "What the technology is meant to do.", true, 3),
                Field.area(
                        "unintended",
                        "Unintended capability",
                        "What it could also be used for, whatever the customer says.",
                        true,
                        3),
                Field.area(
                        "laws",
                        "Laws and remedies",
                        "Laws on surveillance and on remedies where it is used.",
                        false,
                        3),
                Field.hidden(COUNT)));
        Map<String, String> listed =
                SourceFields.listed(sources.standing(open.review().id()));
        int count = values.count(COUNT, 1);
        for (int number = 1; number <= count; number++) {
            Section evidence = evidence("evidence-" + number + "-", number, listed);
            sections.add(number == count ? evidence.adding(COUNT) : evidence);
        }
        return sections;
    }

    private static Section evidence(String id, int number, Map<String, String> listed) {
        boolean first = number == 1;
        List<Field> fields = new ArrayList<>();
        fields.add(Field.select(id + "supports", "Statement it supports", supports(), null, first));
        fields.add(Field.area(id + "claim", "Claim", "What the source supports.", first, 2));
        if (!listed.isEmpty()) {
            fields.add(Field.select(
                    id + "listed",
                    "Source of the list",
                    listed,
                    "Choose one that is listed already, or describe a new one below.",
                    false));
        }
        fields.addAll(SourceFields.of(id, first && listed.isEmpty()));
        return Section.of(
                "Evidence " + number,
                first
                        ? "At least one source is independent of the customer and of the company. "
                                + SourceFields.GRADES
                        : null,
                fields);
    }

    private static Map<String, String> supports() {
        Map<String, String> statements = new LinkedHashMap<>();
        Arrays.stream(Supports.values()).forEach(one -> statements.put(one.name(), one.label()));
        return statements;
    }

    @Override
    public List<FormProblem> problems(Open open, FormValues values) {
        return RowNumbers.inForm(recording.problems(open.review().id(), findings(values)), "evidence-", rows(values));
    }

    /** The numbers of the rows that somebody began: rows between them may be empty. */
    private static List<Integer> rows(FormValues values) {
        return IntStream.rangeClosed(1, values.count(COUNT, 1))
                .filter(number -> stated(values, "evidence-" + number + "-"))
                .boxed()
                .toList();
    }

    @Override
    public String send(Open open, FormValues values) {
        recording.record(open.review().id(), findings(values), open.actor());
        return "The research is recorded. The assessment of the impact on rights follows.";
    }

    private static Findings findings(FormValues values) {
        List<Claim> claims = new ArrayList<>();
        for (int number : rows(values)) {
            String id = "evidence-" + number + "-";
            claims.add(new Claim(
                    values.constant(id + "supports", Supports.class),
                    values.text(id + "claim"),
                    values.number(id + "listed"),
                    SourceFields.description(values, id)));
        }
        return new Findings(
                values.text("end-use"),
                values.text("intended"),
                values.text("unintended"),
                values.text("laws"),
                claims);
    }

    /** A row somebody began is evidence: left out silently, less would be recorded than was meant. */
    private static boolean stated(FormValues values, String id) {
        return evidence(id, 0, Map.of("", "")).fields().stream()
                .anyMatch(field -> !values.text(field.id()).isEmpty());
    }
}
