package org.contractethics.review.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.FollowUpTasks;
import org.contractethics.review.FollowUpTasks.FollowUpTask;
import org.contractethics.review.FollowUps;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The frame of every page about something that follows a signature. */
@Component
class FollowUpFrame {

    /** Name of the field with the number of the proposal, plan or report that the page shows: nobody rules on another one. */
    static final String SEEN = "seen";

    private final FollowUps followUps;
    private final FollowUpTasks tasks;
    private final ContractRegister contracts;
    private final PeopleDirectory people;
    private final Clock clock;

    FollowUpFrame(
            FollowUps followUps, FollowUpTasks tasks, ContractRegister contracts, PeopleDirectory people, Clock clock) {
        this.followUps = followUps;
        this.tasks = tasks;
        this.contracts = contracts;
        this.people = people;
        this.clock = clock;
    }

    /**
     * What somebody typed, and what is wrong with it; nothing of both on a page that was only opened.
     *
     * @param late where others were faster
     */
    record Typed(FormValues values, List<FormProblem> problems, @Nullable Late late) {

        Typed(FormValues values, List<FormProblem> problems) {
            this(values, problems, null);
        }

        static Typed nothing() {
            return new Typed(FormValues.none(), List.of());
        }

        /** Others were faster: the page as it is now, with what was typed, where the form is still on it. Else the refusal stands. */
        static Typed late(FormValues values, Refused refused, String action) {
            if (refused.kind() != Refused.Kind.CONFLICT) {
                throw refused;
            }
            List<FormProblem> problems = refused.reasons().stream()
                    .map(reason -> new FormProblem("main", reason))
                    .toList();
            return new Typed(values, problems, new Late(refused, action));
        }

        private HttpStatus status(List<ActForm> shown) {
            if (late == null) {
                return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
            }
            String action = late.action();
            if (shown.stream().noneMatch(form -> form.action().equals(action))) {
                throw late.refused();
            }
            return HttpStatus.CONFLICT;
        }
    }

    /** @param action path the form was sent to */
    record Late(Refused refused, String action) {}

    /**
     * The task that is open, for this viewer.
     *
     * @param holder who has it, in words
     * @param claim path that claims it; null where the viewer cannot
     * @param note why the viewer cannot; null where there is nothing to say
     */
    public record TaskLine(
            String label,
            String holder,
            @Nullable Instant dueAt,
            boolean overdue,
            @Nullable String claim,
            @Nullable String note) {}

    /** What stands on the page. */
    public record Content(String title, String state, List<Statement> statements, List<ActForm> forms) {}

    ModelAndView page(ContractId id, Content content, @Nullable TaskLine task, Typed typed, Actor viewer) {
        Contract contract = contracts.get(id);
        ModelAndView page = new ModelAndView("review/follow-up");
        page.setStatus(typed.status(content.forms()));
        page.addObject("contract", contract);
        page.addObject("full", contracts.mayReadFacts(contract, viewer));
        page.addObject("shown", content);
        page.addObject("task", task);
        page.addObject("values", typed.values());
        page.addObject("problems", typed.problems());
        return page;
    }

    @Nullable
    TaskLine task(UUID subject, Actor viewer) {
        return tasks.open(subject).map(task -> line(subject, task, viewer)).orElse(null);
    }

    /** Whether the viewer holds the open task of this step and may do it: only then its form is shown. */
    boolean holds(UUID subject, FollowUpStep step, Actor viewer) {
        return tasks.open(subject)
                .filter(task -> task.step() == step && viewer.username().equals(task.assignee()))
                .filter(task -> followUps.objections(subject, step, viewer).isEmpty())
                .isPresent();
    }

    private TaskLine line(UUID subject, FollowUpTask task, Actor viewer) {
        List<String> objections = followUps.objections(subject, task.step(), viewer);
        boolean free = task.assignee() == null;
        Instant due = task.dueAt();
        return new TaskLine(
                task.step().label(),
                Optional.ofNullable(task.assignee()).map(people::displayName).orElse("Unclaimed"),
                due,
                due != null && due.isBefore(clock.instant()),
                free && objections.isEmpty() ? "/inbox/tasks/" + task.id() + "/claim" : null,
                free && !objections.isEmpty() ? objections.get(0) : null);
    }
}
