package org.contractethics.review.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.document.Documents;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.internal.followup.FollowedCondition;
import org.contractethics.review.internal.followup.FollowedCondition.Report;
import org.contractethics.review.internal.followup.FollowedCondition.Result;
import org.contractethics.review.internal.followup.FollowedCondition.Ruling;
import org.contractethics.review.internal.followup.Incident.EvidenceFile;
import org.contractethics.review.internal.followup.WaiverProposal;
import org.contractethics.review.internal.followup.Waivers;
import org.contractethics.review.internal.followup.WaivingCondition;
import org.contractethics.review.web.FollowUpFrame.Content;
import org.contractethics.review.web.FollowUpFrame.Typed;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one condition: what was imposed, what was said and ruled since, and what this person can do. */
@Component
class ConditionView {

    /** Name of the field with the number of the proposed waiver that the page shows. */
    static final String WAIVER = "waiver-number";

    private final FollowUpFrame frame;
    private final WaivingCondition waiving;
    private final Waivers waivers;
    private final Documents documents;
    private final PeopleDirectory people;
    private final Clock clock;

    ConditionView(
            FollowUpFrame frame,
            WaivingCondition waiving,
            Waivers waivers,
            Documents documents,
            PeopleDirectory people,
            Clock clock) {
        this.frame = frame;
        this.waiving = waiving;
        this.waivers = waivers;
        this.documents = documents;
        this.people = people;
        this.clock = clock;
    }

    ModelAndView page(FollowedCondition condition, Typed typed, Actor viewer) {
        waivers.waiting(condition.id()).ifPresent(one -> typed.values().with(WAIVER, one.number()));
        condition.waiting().ifPresent(one -> typed.values().with(FollowUpFrame.SEEN, one.number()));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Content content = new Content(
                "Condition: " + condition.text(),
                condition.words(today),
                statements(condition, viewer),
                forms(condition, viewer));
        return frame.page(condition.contract(), content, frame.task(condition.id(), viewer), typed, viewer);
    }

    private List<Statement> statements(FollowedCondition condition, Actor viewer) {
        List<Statement> statements = new ArrayList<>();
        Statement.Builder stated = Statement.titled("The condition")
                .line("What has to be met", condition.text())
                .line("Owner", people.displayName(condition.owner()))
                .line("To be met by", Times.words(condition.dueOn()))
                .line("What will show it", condition.evidence())
                .line("If it is not met", condition.blocking() ? "The suspension is reviewed" : "It escalates")
                .line("Decision", "Page of the contract", "/contracts/" + condition.contract());
        if (condition.open()) {
            stated.line("Waiver", howWaived(condition));
        }
        statements.add(stated.build());
        condition.reports().forEach(report -> statements.add(report(condition, report, viewer)));
        waivers.of(condition.id()).forEach(one -> statements.add(proposal(one)));
        condition.rulings().stream()
                .filter(one -> one.result() == Result.WAIVED)
                .forEach(waiver -> statements.add(Statement.titled("Waiver")
                        .line("Reasons", waiver.reasons())
                        .line("Waived by", by(waiver) + ", " + waiver.as().label())
                        .build()));
        return statements;
    }

    private String howWaived(FollowedCondition condition) {
        if (waivers.approvalRestsOn(condition.id())) {
            return WaivingCondition.LAST;
        }
        return waivers.needsTwo(condition.id())
                ? "Takes two people: the chair or the board committee proposes it, somebody else of the board committee"
                        + " confirms it"
                : "By the panel chair or the board committee, with reasons";
    }

    private Statement proposal(WaiverProposal one) {
        Statement.Builder statement = Statement.titled("Proposed waiver " + one.number())
                .line("Reasons", one.reasons())
                .line(
                        "Proposed by",
                        people.displayName(one.by()) + ", " + Times.words(one.at()) + ", "
                                + one.as().label())
                .line("Where it stands", one.words());
        Optional.ofNullable(one.ruling()).ifPresent(ruled -> statement
                .line("Reasons of the ruling", ruled.reasons())
                .line("Ruled by", people.displayName(ruled.by()) + ", " + Times.words(ruled.at())));
        return statement.build();
    }

    private Statement report(FollowedCondition condition, Report report, Actor viewer) {
        Statement.Builder statement = Statement.titled("Report " + report.number())
                .line("What shows it", report.evidence())
                .line("Reported by", people.displayName(report.reportedBy()) + ", " + Times.words(report.reportedAt()));
        Optional.ofNullable(report.document())
                .filter(id -> documents.mayRead(condition.contract(), viewer))
                .flatMap(documents::find)
                .ifPresent(version -> statement.line(
                        "Document",
                        version.title() + ", version " + version.number(),
                        "/contracts/" + condition.contract() + "/documents/" + version.id()));
        report.files().forEach(file -> file(statement, condition, report, file));
        return condition.rulings().stream()
                .filter(one -> report.id().equals(one.report()))
                .findFirst()
                .map(one -> statement
                        .line("Ruling", one.result().label())
                        .line("Reasons", one.reasons())
                        .line("Ruled by", by(one)))
                .orElseGet(() -> statement.line("Ruling", "Waits for a monitor"))
                .build();
    }

    private static void file(
            Statement.Builder statement, FollowedCondition condition, Report report, EvidenceFile file) {
        String path = "/conditions/" + condition.id() + "/reports/" + report.number() + "/files/" + file.number();
        if (file.readable()) {
            statement.line("File", file.fileName() + ", safe copy", path);
        }
        statement.line(
                "File",
                file.fileName() + (file.readable() ? ", original" : ", original only: " + file.noCopy()),
                path + "/original");
    }

    private String by(Ruling ruling) {
        return people.displayName(ruling.by()) + ", " + Times.words(ruling.at());
    }

    private List<ActForm> forms(FollowedCondition condition, Actor viewer) {
        String path = "/conditions/" + condition.id();
        List<ActForm> forms = new ArrayList<>();
        if (frame.holds(condition.id(), FollowUpStep.MEET_CONDITION, viewer)) {
            forms.add(new ActForm(path + "/report", reporting(condition, viewer), "Report that it is met"));
        }
        if (frame.holds(condition.id(), FollowUpStep.CONFIRM_CONDITION, viewer)) {
            forms.add(new ActForm(path + "/ruling", ruling(), "Record the ruling"));
        }
        if (waiving.refusal(condition, viewer).isEmpty()) {
            boolean two = waivers.needsTwo(condition.id());
            forms.add(new ActForm(path + "/waiver", waiver(two), two ? "Propose the waiver" : "Waive the condition"));
        }
        if (waiving.rulingRefusal(condition, viewer).isEmpty()) {
            forms.add(new ActForm(path + "/waiver-ruling", waiverRuling(), "Rule on the waiver"));
        }
        return forms;
    }

    private Section reporting(FollowedCondition condition, Actor viewer) {
        return Section.of(
                "Your report",
                "A monitor reads it and confirms it, or sends it back to you. It cannot be changed afterwards.",
                Field.area("evidence", "What shows that it is met", condition.evidence(), true, 5),
                Field.select(
                        "document",
                        "Document of the contract that shows it",
                        documents(condition, viewer),
                        "Where one does.",
                        false),
                Field.files(
                        "files",
                        "Files that show it",
                        "At most 10 files, 25 MB together. They are kept as they come; readers get a copy that was rebuilt"
                                + " where one can be, and the original to save.",
                        false));
    }

    private Map<String, String> documents(FollowedCondition condition, Actor viewer) {
        Map<String, String> options = new LinkedHashMap<>();
        if (documents.mayRead(condition.contract(), viewer)) {
            documents
                    .currentVersions(condition.contract())
                    .forEach(version ->
                            options.put(version.id().toString(), version.title() + ", version " + version.number()));
        }
        return options;
    }

    private static Section ruling() {
        return Section.of(
                "Your ruling",
                "The ruling and its reasons stay beside the report.",
                Field.hidden(FollowUpFrame.SEEN),
                Field.radios(
                        "result",
                        "Does the report show that the condition is met?",
                        Field.choices(
                                Result.MET.name(), "Yes, it is met", Result.NOT_MET.name(), "No, back to the owner"),
                        null,
                        true),
                Field.area("ruling-reasons", "Reasons", null, true, 4));
    }

    private static Section waiver(boolean two) {
        return Section.of(
                two ? "Propose to waive the condition" : "Waive the condition",
                "A waiver ends the condition although it is not met. Your name and your reasons are recorded and shown."
                        + (two ? " It stands until somebody else of the board committee confirms the waiver." : ""),
                Field.area("waiver-reasons", "Reasons of the waiver", null, true, 4));
    }

    private static Section waiverRuling() {
        return Section.of(
                "The proposed waiver",
                "Those who voted are told. The condition stands until you confirm.",
                Field.hidden(WAIVER),
                Field.radios(
                        "waiver-confirmed",
                        "Do you confirm the waiver?",
                        Field.choices("yes", "Yes, the condition ends", "no", "No, the condition stands"),
                        null,
                        true),
                Field.area("waiver-ruling-reasons", "Reasons", null, true, 4));
    }
}
