package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.internal.followup.ContractExit;
import org.contractethics.review.internal.followup.ContractExit.Plan;
import org.contractethics.review.internal.followup.ContractExit.PlanTexts;
import org.contractethics.review.internal.followup.ContractExit.Report;
import org.contractethics.review.internal.followup.PlanningExit.Draft;
import org.contractethics.review.internal.followup.Ruling;
import org.contractethics.review.web.FollowUpFrame.Content;
import org.contractethics.review.web.FollowUpFrame.Typed;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one exit. */
@Component
class ExitView {

    private final FollowUpFrame frame;
    private final PeopleDirectory people;

    ExitView(FollowUpFrame frame, PeopleDirectory people) {
        this.frame = frame;
        this.people = people;
    }

    ModelAndView page(ContractExit exit, Typed typed, Actor viewer) {
        exit.waiting().ifPresent(number -> typed.values().with(FollowUpFrame.SEEN, number));
        Content content = new Content("Exit of the contract", exit.words(), statements(exit), forms(exit, viewer));
        return frame.page(exit.contract(), content, frame.task(exit.id(), viewer), typed, viewer);
    }

    static Draft draft(FormValues values) {
        return new Draft(
                new PlanTexts(
                        values.text("leverage"),
                        values.text("affected"),
                        values.text("adverse-impacts"),
                        values.text("prevention"),
                        values.text("heard"),
                        values.text("data-return"),
                        values.text("hand-over"),
                        values.text("public-note")),
                values.date("services-end-on"),
                values.date("data-gone-by"));
    }

    private List<Statement> statements(ContractExit exit) {
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.titled("Why it is ended")
                .line("Reason", exit.reason())
                .line("Begun by", people.displayName(exit.openedBy()) + ", " + Times.words(exit.openedAt()))
                .build());
        for (Plan plan : exit.plans()) {
            statements.add(plan(plan));
            plan.reports().forEach(report -> statements.add(report(report)));
        }
        return statements;
    }

    private Statement plan(Plan plan) {
        PlanTexts texts = plan.texts();
        Statement.Builder statement = Statement.titled("Exit plan " + plan.number())
                .line("Services end on", Times.words(plan.servicesEndOn()))
                .line("Data returned and deleted by", Times.words(plan.dataGoneBy()))
                .line("Why influence does not suffice", texts.leverage())
                .line("Who is affected by the end", texts.affected())
                .line("Adverse impacts of ending", texts.adverseImpacts())
                .line("What is done against them", texts.prevention())
                .line("Who was heard", texts.heard())
                .line("Data", texts.dataReturn())
                .line("To whom the work passes", texts.handOver())
                .line("Said in public", texts.publicNote())
                .line("Planned by", people.displayName(plan.plannedBy()) + ", " + Times.words(plan.plannedAt()));
        return ruled(statement, "Approval", "Approved", plan.ruling()).build();
    }

    private Statement report(Report report) {
        Statement.Builder statement = Statement.titled("Report " + report.number())
                .line("Services ended on", Times.words(report.servicesEndedOn()))
                .line("What shows that the data is gone", report.dataProof())
                .line("The people affected", report.people())
                .line("Reported by", people.displayName(report.reportedBy()) + ", " + Times.words(report.reportedAt()));
        return ruled(statement, "Confirmation", "Confirmed", report.ruling()).build();
    }

    private Statement.Builder ruled(Statement.Builder statement, String label, String yes, @Nullable Ruling ruling) {
        return ruling == null
                ? statement.line(label, "Waits for the board committee")
                : statement
                        .line(label, ruling.accepted() ? yes : "Sent back")
                        .line("Reasons of the board committee", ruling.reasons())
                        .line("Ruled by", people.displayName(ruling.by()) + ", " + Times.words(ruling.at()));
    }

    private List<ActForm> forms(ContractExit exit, Actor viewer) {
        String path = "/exits/" + exit.id();
        if (frame.holds(exit.id(), FollowUpStep.PLAN_EXIT, viewer)) {
            return List.of(new ActForm(path + "/plan", planning(), "Record the plan"));
        }
        if (frame.holds(exit.id(), FollowUpStep.APPROVE_EXIT_PLAN, viewer)) {
            return List.of(new ActForm(
                    path + "/plan-ruling",
                    ruling("Do you approve the plan?", "Yes, the exit is carried out by it", "No, it is planned again"),
                    "Record the ruling"));
        }
        if (frame.holds(exit.id(), FollowUpStep.CARRY_OUT_EXIT, viewer)) {
            return List.of(new ActForm(path + "/report", reporting(), "Report that it is carried out"));
        }
        if (frame.holds(exit.id(), FollowUpStep.CONFIRM_EXIT, viewer)) {
            return List.of(new ActForm(
                    path + "/report-ruling",
                    ruling(
                            "Has the contract ended as planned?",
                            "Yes, the contract has ended",
                            "No, the report goes back"),
                    "Record the ruling"));
        }
        return List.of();
    }

    private static Section planning() {
        return Section.of(
                "Exit plan",
                "Ending a contract can hurt people too. What it does to them is assessed before it ends (UNGP 19).",
                Field.area("leverage", "Why influence on the agency does not suffice", "What was tried.", true, 3),
                Field.area("affected", "Who is affected by the end", "Users, people in the data, staff.", true, 3),
                Field.area("adverse-impacts", "Adverse impacts of ending on them", null, true, 4),
                Field.area("prevention", "What is done against these impacts", null, true, 4),
                Field.area("heard", "Who was heard", "People affected, or who speaks for them and why.", true, 3),
                Field.area("data-return", "Data that is returned, and data that is deleted", null, true, 3),
                Field.area(
                        "hand-over",
                        "To whom the work passes",
                        "And how it is made sure that the harm does not pass with it.",
                        true,
                        3),
                Field.area("public-note", "What is said in public", null, true, 3),
                Field.date("services-end-on", "Last day of the services", null, true),
                Field.date("data-gone-by", "Data returned and deleted by", null, true));
    }

    private static Section reporting() {
        return Section.of(
                "Report",
                "The board committee reads it. It cannot be changed afterwards.",
                Field.date("services-ended-on", "Day the services ended", null, true),
                Field.area("data-proof", "What shows that the data was returned and deleted", null, true, 4),
                Field.area("people", "What became of the people affected", null, true, 4));
    }

    private static Section ruling(String question, String yes, String no) {
        return Section.of(
                "Ruling of the board committee",
                "The ruling and its reasons stay beside what was written.",
                Field.hidden(FollowUpFrame.SEEN),
                Field.radios("accepted", question, Field.choices("yes", yes, "no", no), null, true),
                Field.area("ruling-reasons", "Reasons", null, true, 4));
    }
}
