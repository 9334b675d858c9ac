package org.contractethics.review.internal.panel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.paper.Paper;
import org.contractethics.review.internal.advice.Advice;
import org.contractethics.review.internal.advice.AdviceOfReview;
import org.contractethics.shared.Actor;
import org.contractethics.shared.OpenConcerns;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Component;

/** Writes agenda and minutes of a meeting: what was decided on, by whom, and where it stands in the record. */
@Component
class MeetingPapers {

    private final MeetingCases cases;
    private final PeopleDirectory people;
    private final CaseSections sections;
    private final AdviceOfReview advice;
    private final OpenConcerns concerns;
    private final RecordsOnPaper records;

    MeetingPapers(
            MeetingCases cases,
            PeopleDirectory people,
            CaseSections sections,
            AdviceOfReview advice,
            OpenConcerns concerns,
            RecordsOnPaper records) {
        this.cases = cases;
        this.people = people;
        this.sections = sections;
        this.advice = advice;
        this.concerns = concerns;
        this.records = records;
    }

    Paper agenda(PanelMeeting meeting, Actor viewer) {
        Paper.Builder paper = opening("Agenda of the panel", meeting);
        List<MeetingCase> gathered = meeting.cases().stream()
                .map(listed -> cases.of(listed, meeting.heldAt()))
                .toList();
        paper.heading(1, "Cases")
                .items(gathered.stream().map(MeetingPapers::line).toList(), "No case.");
        for (MeetingCase one : gathered) {
            paper.heading(1, one.contract().reference() + " " + one.contract().title());
            sections.facts(paper, one, List.of(openConcerns(one, viewer), documentSet(one)));
            sections.untouched(paper, one);
            records.on(paper, one);
            paper.heading(2, "Documents").items(documents(one), "There is no document.");
            paper.heading(2, "Advice").items(advice(one, viewer), "No advice was given.");
            sections.panel(paper, one);
            paper.heading(2, "Before the vote")
                    .text(
                            "Whoever has an interest in this contract says so now and takes no part (H2). Votes are cast in"
                                    + " the application, sealed, and opened together. " + CaseSections.quorum(one));
        }
        return paper.build();
    }

    /** @param attendance account name to whether the person was there */
    Paper minutes(PanelMeeting meeting, int number, Map<String, Boolean> attendance, Instant issuedAt) {
        Paper.Builder paper = opening("Minutes of the panel", meeting)
                .text("Issue " + number + ", " + Times.words(issuedAt) + ".")
                .heading(1, "Attendance")
                .table(List.of("Member", "Attendance"), attendance(attendance), "No attendance was noted.");
        for (PanelMeeting.Case listed : meeting.cases()) {
            MeetingCase one = cases.of(listed, meeting.heldAt());
            paper.heading(1, one.contract().reference() + " " + one.contract().title());
            sections.facts(paper, one, List.of(documentSet(one)));
            sections.panel(paper, one);
            changes(paper, one, meeting.heldAt());
            sections.assessment(paper, one);
            sections.votes(paper, one);
            sections.decision(paper, one);
        }
        return paper.build();
    }

    /** Those of after the meeting apart: whoever came in then was not there. */
    private void changes(Paper.Builder paper, MeetingCase one, Instant heldAt) {
        Map<Boolean, List<String>> later = one.changes().stream()
                .collect(Collectors.partitioningBy(
                        change -> change.at().isAfter(heldAt), Collectors.mapping(this::change, Collectors.toList())));
        paper.heading(2, "Recusals and changes")
                .items(later.getOrDefault(false, List.of()), "Nobody stepped back or was replaced.");
        List<String> afterwards = later.getOrDefault(true, List.of());
        if (!afterwards.isEmpty()) {
            paper.heading(2, "Changes after the meeting").items(afterwards, "None.");
        }
    }

    private Paper.Builder opening(String title, PanelMeeting meeting) {
        return Paper.titled(title + ", " + Times.words(day(meeting.heldAt())))
                .text("Time: " + Times.words(meeting.heldAt()))
                .text("Place: " + meeting.place())
                .text("Chair: " + people.displayName(meeting.calledBy()));
    }

    private List<String> advice(MeetingCase one, Actor viewer) {
        return advice.seenBy(one.review(), viewer).stream()
                .flatMap(view -> view.given().stream())
                .flatMap(element -> element.advice().stream()
                        .map(given -> element.element().label()
                                + (element.conflicting() ? " (conflicting advice). " : ". ")
                                + people.displayName(given.author()) + ": "
                                + given.latest().position().label() + ". "
                                + given.latest().text()
                                + countersigned(given)))
                .toList();
    }

    private String countersigned(Advice given) {
        return given.latest().countersignatures().isEmpty()
                ? ""
                : given.latest().countersignatures().stream()
                        .map(signature -> people.displayName(signature.person()))
                        .collect(Collectors.joining(", ", " Countersigned by ", "."));
    }

    private static String line(MeetingCase one) {
        return one.contract().reference() + " " + one.contract().title() + ", "
                + one.review().confirmedTier();
    }

    /** On the agenda alone, which is written for one reader: minutes are the same for all, and some may know of no concern (H13). */
    private List<String> openConcerns(MeetingCase one, Actor viewer) {
        return List.of("Open concerns", concerns.openInWords(one.contract().id(), viewer));
    }

    private static List<String> documentSet(MeetingCase one) {
        return List.of("Hash of the documents", one.review().documentSetHash());
    }

    private static List<String> documents(MeetingCase one) {
        return one.documents().stream()
                .map(version -> version.title() + ", version " + version.number() + ", " + version.clauseCount()
                        + (version.clauseCount() == 1 ? " clause" : " clauses"))
                .toList();
    }

    private List<List<String>> attendance(Map<String, Boolean> attendance) {
        return attendance.entrySet().stream()
                .map(entry -> List.of(people.displayName(entry.getKey()), entry.getValue() ? "Present" : "Absent"))
                .toList();
    }

    private String change(PanelChange change) {
        String in = change.in() == null ? "no alternate was left" : people.displayName(change.in()) + " came in";
        return (change.out() == null
                        ? "One more vote " + change.reason().words() + ": "
                        : people.displayName(change.out()) + " "
                                + change.reason().words() + ": ")
                + in + " (" + Times.words(change.at()) + ").";
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
