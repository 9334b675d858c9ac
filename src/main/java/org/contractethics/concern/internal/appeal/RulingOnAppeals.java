package org.contractethics.concern.internal.appeal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.contractethics.concern.Concerns.ConcernAppealDecided;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.appeal.AppealRows.RulingRow;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rules on the appeal with reasons: the board committee, or whoever it falls to; never who gave the answer. */
@Service
public class RulingOnAppeals {

    private static final Logger log = LoggerFactory.getLogger(RulingOnAppeals.class);
    private static final int LONGEST = 10_000;

    private final HandledConcerns concerns;
    private final AppealRows appeals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RulingOnAppeals(HandledConcerns concerns, AppealRows appeals, ApplicationEventPublisher events, Clock clock) {
        this.concerns = concerns;
        this.appeals = appeals;
        this.events = events;
        this.clock = clock;
    }

    /** @param result name of an {@link AppealResult} */
    public record Draft(String result, String reasons, String effect) {}

    public List<FormProblem> problems(Draft draft) {
        List<FormProblem> problems = new ArrayList<>();
        if (Arrays.stream(AppealResult.values()).noneMatch(known -> known.name().equals(draft.result()))) {
            problems.add(new FormProblem("appeal-result", "Say whether the answer stands."));
        }
        need(
                problems,
                "appeal-reasons",
                draft.reasons(),
                "Give the reasons: the facts, and the policy or treaty article.");
        need(problems, "appeal-effect", draft.effect(), "Write what happens to the contract now.");
        return problems;
    }

    private static void need(List<FormProblem> problems, String field, String text, String missing) {
        if (text.isBlank()) {
            problems.add(new FormProblem(field, missing));
        } else if (text.length() > LONGEST) {
            problems.add(new FormProblem(field, "Use at most 10,000 characters here."));
        }
    }

    @Transactional
    public void rule(ConcernId id, Draft draft, Actor actor) {
        Concern concern = concerns.lockForHandler(id, actor);
        if (!appeals.isOpen(id)) {
            throw Refused.conflict("No appeal waits for a ruling here.");
        }
        if (!concerns.mayRuleOnAppeal(concern, actor)) {
            throw Refused.notAllowed("Whoever answered the concern does not rule on the appeal against that answer.");
        }
        List<FormProblem> problems = problems(draft);
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        Instant now = clock.instant();
        concerns.announceBeforeActOn(concern);
        appeals.ruled(
                id,
                new RulingRow(
                        AppealResult.valueOf(draft.result()),
                        concerns.seal(id, "appeal-reasons", HandledConcerns.plain(draft.reasons())),
                        concerns.seal(id, "appeal-effect", HandledConcerns.plain(draft.effect())),
                        actor.username(),
                        LocalDate.ofInstant(now, ZoneOffset.UTC)));
        events.publishEvent(new ConcernAppealDecided(id, actor.username(), now));
        concerns.recordAct("concern-appeal-decided", concern, actor.username(), now);
        log.info("appeal of a concern decided concern={}", id);
    }
}
