package org.contractethics.review.internal.panel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.Contract;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.Capability;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.advice.Advice;
import org.contractethics.review.internal.advice.AdviceOfReview;
import org.contractethics.review.internal.panel.MeetingCase.Opened;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;

/** Writes agenda and minutes of a meeting: what was decided on, by whom, and where it stands in the record. */
@Component
class MeetingPapers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final MeetingCases cases;
    private final PeopleDirectory people;
    private final Policy policy;
    private final AdviceOfReview advice;

    MeetingPapers(MeetingCases cases, PeopleDirectory people, Policy policy, AdviceOfReview advice) {
        this.cases = cases;
        this.people = people;
        this.policy = policy;
        this.advice = advice;
    }

    Paper agenda(PanelMeeting meeting, Actor viewer) {
        Paper.Builder paper = opening("Agenda of the panel", meeting);
        List<MeetingCase> gathered =
                meeting.cases().stream().map(listed -> cases.of(listed, viewer)).toList();
        paper.heading(1, "Cases")
                .items(gathered.stream().map(MeetingPapers::line).toList(), "No case.");
        for (MeetingCase one : gathered) {
            paper.heading(1, one.contract().reference() + " " + one.contract().title());
            facts(paper, one);
            paper.heading(2, "Documents").items(documents(one), "There is no document.");
            paper.heading(2, "Advice").items(advice(one, viewer), "No advice was given.");
            panel(paper, one);
            paper.heading(2, "Before the vote")
                    .text(
                            "Whoever has an interest in this contract says so now and takes no part (H2). Votes are cast in"
                                    + " the application, sealed, and opened together. " + quorum(one));
        }
        return paper.build();
    }

    /** @param attendance account name to whether the person was there */
    Paper minutes(PanelMeeting meeting, int number, Map<String, Boolean> attendance, Actor issuer, Instant issuedAt) {
        Paper.Builder paper = opening("Minutes of the panel", meeting)
                .text("Issue " + number + ", " + MOMENT.format(issuedAt) + ".")
                .heading(1, "Attendance")
                .table(List.of("Member", "Attendance"), attendance(attendance), "No attendance was noted.");
        for (PanelMeeting.Case listed : meeting.cases()) {
            MeetingCase one = cases.of(listed, issuer);
            paper.heading(1, one.contract().reference() + " " + one.contract().title());
            facts(paper, one);
            panel(paper, one);
            paper.heading(2, "Recusals and changes")
                    .items(one.changes().stream().map(this::change).toList(), "Nobody stepped back or was replaced.");
            votes(paper, one);
            decision(paper, one);
        }
        return paper.build();
    }

    private Paper.Builder opening(String title, PanelMeeting meeting) {
        return Paper.titled(title + ", " + DAY.format(day(meeting.heldAt())))
                .text("Time: " + MOMENT.format(meeting.heldAt()))
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

    private void facts(Paper.Builder paper, MeetingCase one) {
        Contract contract = one.contract();
        paper.heading(2, "Facts")
                .table(
                        List.of("Fact", "As submitted"),
                        List.of(
                                List.of("Agency", contract.awardingAgency().name()),
                                List.of("Supplier", contract.supplier()),
                                List.of("Capabilities", capabilities(contract)),
                                List.of("Countries", sorted(contract.countries())),
                                List.of(
                                        "End use as stated",
                                        one.review().intake().endUse()),
                                List.of("Tier", one.review().confirmedTier().name()),
                                List.of("Open concerns", String.valueOf(one.openConcerns())),
                                List.of("Hash of the documents", one.review().documentSetHash())),
                        "No facts.");
    }

    private String capabilities(Contract contract) {
        return policy.capabilities().stream()
                .filter(capability -> contract.capabilities().contains(capability.code()))
                .map(Capability::label)
                .collect(Collectors.joining("; "));
    }

    private static String sorted(java.util.Collection<String> codes) {
        return codes.stream().sorted().collect(Collectors.joining(", "));
    }

    private static List<String> documents(MeetingCase one) {
        return one.documents().stream()
                .map(version ->
                        version.title() + ", version " + version.number() + ", " + version.clauseCount() + " clauses")
                .toList();
    }

    private void panel(Paper.Builder paper, MeetingCase one) {
        paper.heading(2, "Panel, drawn by lot")
                .table(
                        List.of("Member", "Seat"),
                        one.sitting().stream()
                                .map(sitting -> List.of(
                                        people.displayName(sitting.person()),
                                        sitting.role().label()))
                                .toList(),
                        "The panel is not drawn yet.");
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
                + in + " (" + MOMENT.format(change.at()) + ").";
    }

    private static String quorum(MeetingCase one) {
        return "The quorum is " + one.rules().quorumInWords() + "; abstentions do not count. An outcome carries with "
                + one.rules().majorityInWords() + ".";
    }

    private void votes(Paper.Builder paper, MeetingCase one) {
        paper.heading(2, "Votes").text(quorum(one));
        for (Opened opened : one.rounds()) {
            String carried = opened.round().carried();
            paper.heading(3, "Round " + opened.round().round())
                    .text(opened.valid() + " valid votes of " + opened.votes().size() + ". "
                            + (carried == null
                                    ? "No outcome reached the majority."
                                    : "Carried: " + Outcome.valueOf(carried).label() + "."))
                    .table(
                            List.of("Voter", "As", "Vote", "Reasons"),
                            opened.votes().stream()
                                    .map(vote -> List.of(
                                            people.displayName(vote.voter()),
                                            vote.role().label(),
                                            vote.choice().label(),
                                            vote.reasons()))
                                    .toList(),
                            "Nobody voted.");
        }
        if (one.sealed()) {
            paper.text(
                    "A vote is still sealed. It is not part of these minutes; they are issued again when it is opened.");
        } else if (one.rounds().isEmpty()) {
            paper.text("There was no vote.");
        }
    }

    private void decision(Paper.Builder paper, MeetingCase one) {
        Decision decision = one.decision();
        paper.heading(2, "Decision");
        if (decision == null) {
            paper.text("No decision is recorded yet.");
            return;
        }
        paper.text("Outcome: " + decision.outcome().label() + ".")
                .text("Reference: decision " + decision.id() + ", "
                        + (one.decisionEntry().isPresent()
                                ? "entry " + one.decisionEntry().getAsLong() + " of the record."
                                : "not yet in the record."))
                .text("Recorded by " + people.displayName(decision.decidedBy()) + " on "
                        + MOMENT.format(decision.decidedAt()) + ", policy version " + decision.policyNumber() + ".")
                .text("Reasons: " + decision.reasons())
                .heading(3, "Conditions")
                .table(
                        List.of("Condition", "Owner", "To be met by", "Evidence", "If not met"),
                        decision.conditions().stream().map(this::condition).toList(),
                        "There is no condition.")
                .heading(3, "Dissents");
        List<Decision.Dissent> dissents = new ArrayList<>(decision.dissents());
        if (dissents.isEmpty()) {
            paper.text("There is no dissent.");
        }
        dissents.forEach(dissent -> paper.heading(
                        4,
                        people.displayName(dissent.voter()) + ", "
                                + dissent.role().label() + ": "
                                + dissent.outcome().label())
                .text(dissent.reasons()));
    }

    private List<String> condition(Decision.Condition condition) {
        return List.of(
                condition.text(),
                people.displayName(condition.owner()),
                DAY.format(condition.dueOn()),
                condition.evidence(),
                condition.blocking() ? "Stops the delivery" : "Escalates");
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
