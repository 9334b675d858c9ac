package org.contractethics.workflow.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Setting another target. Only the board committee does it: reviewers are measured by targets, sales and leadership gain by short
 * ones. Holds for tasks that open from then on.
 */
@Service
public class ChangingTargets {

    private static final int MOST_DAYS = 250;
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 2_000;

    private final TargetBook targets;
    private final PeopleDirectory people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangingTargets(TargetBook targets, PeopleDirectory people, ApplicationEventPublisher events, Clock clock) {
        this.targets = targets;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** As typed. */
    public record Form(String step, String tier, String days, String reason) {

        public static final Form EMPTY = new Form("", "", "", "");
    }

    /** A target was set anew. */
    record TargetChanged(String actor, Instant occurredAt, Map<String, Object> facts) implements RecordedEvent {

        @Override
        public String kind() {
            return "target-changed";
        }

        @Override
        public @Nullable ContractId contract() {
            return null;
        }
    }

    public List<FormProblem> problems(Form form) {
        List<FormProblem> problems = new ArrayList<>();
        if (!TargetBook.STEPS.containsKey(form.step())) {
            problems.add(new FormProblem("step", "Choose what the target is for."));
        }
        if (!form.tier().isEmpty() && !TargetBook.TIERS.contains(form.tier())) {
            problems.add(new FormProblem("tier", "Choose a tier, or all tiers."));
        }
        if (!form.days().strip().matches("\\d{1,3}") || days(form) < 1 || days(form) > MOST_DAYS) {
            problems.add(new FormProblem("days", "Enter a whole number of working days from 1 to 250."));
        }
        int length = form.reason().strip().length();
        if (length < SHORTEST_REASON || length > LONGEST_REASON || form.reason().indexOf('\0') >= 0) {
            problems.add(new FormProblem("reason", "Give a reason of 10 to 2,000 characters."));
        }
        return problems;
    }

    /** Until the end of the transaction, so that of two who change targets at once the second sees what the first did. */
    public void hold() {
        targets.lock();
    }

    /** Nobody who only observes, whatever other role they hold (H6). */
    public static boolean mayChange(Actor actor) {
        return actor.has(Role.BOARD_COMMITTEE) && !actor.observes();
    }

    @Transactional
    public void change(Form form, Actor actor) {
        if (!mayChange(people.asOfNow(actor))) {
            throw Refused.notAllowed(
                    "Only the board committee changes targets; auditors and leadership only observe, whatever else they are.");
        }
        List<FormProblem> problems = problems(form);
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String tier = form.tier().isEmpty() ? null : form.tier();
        int before = targets.workingDays(form.step(), tier);
        try {
            targets.add(
                    UUID.randomUUID(),
                    new TargetBook.Change(
                            form.step(),
                            tier,
                            days(form),
                            now,
                            actor.username(),
                            form.reason().strip()));
        } catch (DataIntegrityViolationException other) {
            throw Refused.conflict("Somebody else has just changed this target. Read it again, then decide.");
        }
        events.publishEvent(new TargetChanged(
                actor.username(),
                now,
                Map.of(
                        "step", form.step(),
                        "tier", tier == null ? "all" : tier,
                        "workingDays", days(form),
                        "before", before,
                        "reason", form.reason().strip())));
    }

    private static int days(Form form) {
        return Integer.parseInt(form.days().strip());
    }
}
