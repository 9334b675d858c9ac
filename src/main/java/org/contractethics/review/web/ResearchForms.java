package org.contractethics.review.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.RecordingResearch;
import org.contractethics.review.internal.StageForm.Evidence;
import org.contractethics.review.internal.StageForm.Reliability;
import org.contractethics.review.internal.StageForm.Research;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** S5. */
@Component
class ResearchForms implements StageForms {

    private static final String COUNT = "evidence-count";

    private final RecordingResearch recording;

    ResearchForms(RecordingResearch recording) {
        this.recording = recording;
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
        int count = values.count(COUNT, 1);
        for (int number = 1; number <= count; number++) {
            Section evidence = evidence("evidence-" + number + "-", number);
            sections.add(number == count ? evidence.adding(COUNT) : evidence);
        }
        return sections;
    }

    private static Section evidence(String id, int number) {
        return Section.of(
                "Evidence " + number,
                number == 1 ? "At least one source is independent of the customer and of the company." : null,
                Field.area(id + "claim", "Claim", "What the source supports.", number == 1, 2),
                Field.text(id + "source", "Source", "Author, title and where it can be read.", number == 1),
                Field.date(id + "date", "Date of the source", null, number == 1),
                Field.select(
                        id + "reliability",
                        "Reliability",
                        Field.choices("HIGH", "High", "MEDIUM", "Medium", "LOW", "Low"),
                        null,
                        number == 1),
                Field.checkboxes(
                        id + "independent",
                        "Independence",
                        Field.choices("yes", "Independent of the customer and of the company"),
                        null));
    }

    @Override
    public List<FormProblem> problems(Open open, FormValues values) {
        List<FormProblem> problems = new ArrayList<>();
        for (int number = 1; number <= values.count(COUNT, 1); number++) {
            String id = "evidence-" + number + "-";
            if (stated(values, id)) {
                problems.addAll(
                        unstated(id, values.date(id + "date"), values.constant(id + "reliability", Reliability.class)));
            }
        }
        problems.addAll(recording.problems(research(values)));
        return problems;
    }

    /** What a source of evidence has to say of itself. */
    static List<FormProblem> unstated(String id, @Nullable LocalDate date, @Nullable Reliability reliability) {
        return new Problems()
                .when(date == null, id + "date", "Give the date of the source.")
                .when(reliability == null, id + "reliability", "Say how far the source can be relied on.")
                .list();
    }

    @Override
    public String send(Open open, FormValues values) {
        recording.record(open.review().id(), research(values), open.actor());
        return "The research is recorded. The assessment of the impact on rights follows.";
    }

    private static Research research(FormValues values) {
        List<Evidence> evidence = new ArrayList<>();
        for (int number = 1; number <= values.count(COUNT, 1); number++) {
            String id = "evidence-" + number + "-";
            LocalDate date = values.date(id + "date");
            Reliability reliability = values.constant(id + "reliability", Reliability.class);
            if (stated(values, id)) {
                evidence.add(new Evidence(
                        values.text(id + "claim"),
                        values.text(id + "source"),
                        date == null ? LocalDate.EPOCH : date,
                        reliability == null ? Reliability.LOW : reliability,
                        values.ticked(id + "independent")));
            }
        }
        return new Research(
                values.text("end-use"),
                values.text("intended"),
                values.text("unintended"),
                values.text("laws"),
                evidence);
    }

    private static boolean stated(FormValues values, String id) {
        return !values.text(id + "claim").isEmpty()
                || !values.text(id + "source").isEmpty()
                || !values.text(id + "date").isEmpty();
    }
}
