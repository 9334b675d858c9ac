package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.Contract;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.internal.followup.CarryingOutRemedy;
import org.contractethics.review.internal.followup.OpeningRemediation;
import org.contractethics.review.internal.followup.PlanningRemedy;
import org.contractethics.review.internal.followup.Remediation;
import org.contractethics.review.internal.followup.Remediation.Form;
import org.contractethics.review.internal.followup.Remediation.Measure;
import org.contractethics.review.internal.followup.Remediation.Plan;
import org.contractethics.review.internal.followup.Remediation.Report;
import org.contractethics.review.internal.followup.Remediation.Verification;
import org.contractethics.review.internal.followup.Ruling;
import org.contractethics.review.web.FollowUpFrame.Content;
import org.contractethics.review.web.FollowUpFrame.Typed;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one remediation. */
@Component
class RemediationView {

    private final FollowUpFrame frame;
    private final RemediationForms forms;
    private final OpeningRemediation opening;
    private final PlanningRemedy planning;
    private final CarryingOutRemedy carryingOut;
    private final PeopleDirectory people;
    private final IncidentStatements incidents;

    RemediationView(
            FollowUpFrame frame,
            RemediationForms forms,
            OpeningRemediation opening,
            PlanningRemedy planning,
            CarryingOutRemedy carryingOut,
            PeopleDirectory people,
            IncidentStatements incidents) {
        this.frame = frame;
        this.forms = forms;
        this.opening = opening;
        this.planning = planning;
        this.carryingOut = carryingOut;
        this.people = people;
        this.incidents = incidents;
    }

    ModelAndView opening(Contract contract, Typed typed, Actor actor) {
        ActForm form = new ActForm(
                "/contracts/" + contract.id() + "/remediation",
                forms.opening(opening.causes(contract.id(), actor)),
                "Open the remediation");
        Content content = new Content("Remediation of a harm", contract.state().label(), List.of(), List.of(form));
        return frame.page(contract.id(), content, null, typed, actor);
    }

    ModelAndView page(Remediation remediation, Typed typed, Actor viewer) {
        remediation.proposed().ifPresent(one -> typed.values().with(FollowUpFrame.SEEN, one.number()));
        Content content = new Content(
                "Remediation of a harm", remediation.words(), statements(remediation), forms(remediation, viewer));
        return frame.page(remediation.contract(), content, frame.task(remediation.id(), viewer), typed, viewer);
    }

    private List<Statement> statements(Remediation remediation) {
        List<Statement> statements = new ArrayList<>();
        Statement.Builder harm = Statement.titled("The harm").line("What happened", remediation.harm());
        if (remediation.involvement() != null) {
            harm.line(
                    "Involvement of the company",
                    RemediationForms.involvements()
                            .get(remediation.involvement().name()));
        }
        statements.add(harm.line("Opened by", by(remediation.openedBy()) + Times.words(remediation.openedAt()))
                .build());
        remediation.incident().ifPresent(id -> statements.addAll(incidents.one(remediation.contract(), id)));
        for (Plan plan : remediation.plans()) {
            statements.add(plan(plan));
            plan.measures().forEach(measure -> statements.add(measure(plan, measure)));
            plan.verifications().forEach(one -> statements.add(verification(one)));
        }
        return statements;
    }

    private Statement plan(Plan plan) {
        Statement.Builder statement = Statement.titled("Remedy plan " + plan.number())
                .line("Who was harmed", plan.harmed())
                .line("How they were heard", plan.heard())
                .lines("Forms of remedy", plan.forms().stream().map(Form::label).toList())
                .line("What was agreed with them", plan.agreement())
                .line("Rights to go to court", "Nobody has to give up any of them")
                .line("Planned by", by(plan.plannedBy()) + Times.words(plan.plannedAt()));
        Ruling ruling = plan.ruling();
        return ruling == null
                ? statement.line("Approval", "Waits for somebody else").build()
                : statement
                        .line("Approval", ruling.accepted() ? "Approved" : "Sent back")
                        .line("Reasons", ruling.reasons())
                        .line("Ruled by", by(ruling.by()) + Times.words(ruling.at()))
                        .build();
    }

    private Statement measure(Plan plan, Measure measure) {
        Statement.Builder statement = Statement.titled("Plan " + plan.number() + ", measure " + measure.number())
                .line("Measure", measure.text())
                .line("Owner", people.displayName(measure.owner()))
                .line("To be carried out by", Times.words(measure.dueOn()));
        measure.reports()
                .forEach(report -> statement.line(
                        "Report " + report.number() + onBehalf(measure, report) + ", " + Times.words(report.at()),
                        report.account()));
        return statement.build();
    }

    private String onBehalf(Measure measure, Report report) {
        return report.by().equals(measure.owner())
                ? ""
                : " by " + people.displayName(report.by()) + " on behalf of the owner";
    }

    private Statement verification(Verification one) {
        return Statement.titled("Verification " + one.number())
                .line("Result", one.verified() ? "Remedied as planned" : "Not remedied yet")
                .line("What the people harmed say", one.peopleSay())
                .line("What was checked", one.reasons())
                .line("Verified by", by(one.by()) + Times.words(one.at()))
                .build();
    }

    private String by(String person) {
        return people.displayName(person) + ", ";
    }

    private List<ActForm> forms(Remediation remediation, Actor viewer) {
        String path = "/remediations/" + remediation.id();
        List<ActForm> acts = new ArrayList<>();
        boolean carries = frame.holds(remediation.id(), FollowUpStep.CARRY_OUT_REMEDY, viewer);
        for (Measure measure : carryingOut.reportable(remediation, viewer, carries)) {
            boolean own = measure.owner().equals(viewer.username());
            acts.add(new ActForm(
                    path + "/measures/" + measure.id() + "/report",
                    own
                            ? RemediationForms.reporting(measure)
                            : RemediationForms.reportingFor(people.displayName(measure.owner()), measure),
                    "Report on the measure"));
        }
        if (frame.holds(remediation.id(), FollowUpStep.PLAN_REMEDY, viewer)) {
            acts.add(new ActForm(path + "/plan", forms.planning(planning.noOwners(remediation)), "Record the plan"));
        }
        if (frame.holds(remediation.id(), FollowUpStep.APPROVE_REMEDY_PLAN, viewer)) {
            acts.add(new ActForm(path + "/plan-ruling", RemediationForms.ruling(), "Record the ruling"));
        }
        if (carries) {
            Section done = Section.of(
                    "All measures",
                    "The owners report on their measures here. When all have, somebody else verifies the remedy.",
                    Field.checkboxes(
                            "done",
                            "Measures",
                            Field.choices("yes", "Every measure is carried out and reported on"),
                            null));
            acts.add(new ActForm(path + "/done", done, "Have the remedy verified"));
        }
        if (frame.holds(remediation.id(), FollowUpStep.VERIFY_REMEDY, viewer)) {
            acts.add(new ActForm(path + "/verification", RemediationForms.verifying(), "Record the verification"));
        }
        return acts;
    }
}
