package org.contractethics.screening.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.screening.internal.Hit.Answer;
import org.contractethics.screening.internal.Hit.Approval;
import org.contractethics.screening.internal.Hit.Verdict;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Sha256;
import org.contractethics.shared.TypedText;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A legal reviewer confirms a hit or clears it until a day; a strong one, and one that was ever confirmed, is cleared by two. An answer holds
 * for this party and this entry as both are now, and nothing said before is overwritten.
 */
@Service
public class AnsweringHits {

    private static final int LEAST = 30;
    private static final int LEAST_OF_APPROVAL = 3;
    private static final int LONGEST = 2_000;
    private static final int MOST_MONTHS = 12;

    private final ScreeningRights rights;
    private final HitReader reader;
    private final HitStore hits;
    private final AnswerStore answers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AnsweringHits(
            ScreeningRights rights,
            HitReader reader,
            HitStore hits,
            AnswerStore answers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rights = rights;
        this.reader = reader;
        this.hits = hits;
        this.answers = answers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a reviewer says of a hit.
     *
     * @param endsOn the last day of a clearance; null where the hit is confirmed
     * @param evidence number of the evidence that the reviewer saw
     * @param seen number of the last answer that the reviewer saw; 0 where there was none
     */
    public record Opinion(
            @Nullable Verdict verdict, String reason, @Nullable LocalDate endsOn, int evidence, int seen) {}

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Transactional
    public void answer(ContractId contract, UUID id, Opinion opinion, Actor actor) {
        Hit hit = held(contract, id, actor);
        if (!rights.mayAnswer(contract, actor)) {
            throw Refused.notAllowed("Hits are answered by legal reviewers who are not paid by the contract (H1).");
        }
        demandNoProblem(problems(opinion));
        if (hit.state() == HitState.CLOSED) {
            throw Refused.conflict("This hit is closed: the names are no longer near each other.");
        }
        if (hit.seen() != opinion.seen() || hit.evidence() != opinion.evidence()) {
            throw changed();
        }
        Instant now = clock.instant();
        Verdict verdict = Objects.requireNonNull(opinion.verdict());
        String reason = opinion.reason().strip();
        Answer answer = new Answer(
                hit.seen() + 1, verdict, hit.evidence(), reason, opinion.endsOn(), actor.username(), now, null);
        answers.add(id, answer);
        Map<String, Object> facts = new HashMap<>(facts(hit, answer.number(), reason));
        facts.put("verdict", verdict.name());
        LocalDate endsOn = opinion.endsOn();
        if (endsOn != null) {
            facts.put("endsOn", endsOn.toString());
        }
        publish("screening-hit-answered", contract, actor, now, facts);
    }

    @Transactional
    public void decide(ContractId contract, UUID id, boolean approved, String why, int seen, Actor actor) {
        Hit hit = held(contract, id, actor);
        if (!rights.mayApprove(contract, actor)) {
            throw Refused.notAllowed(
                    "A clearance is approved by a second legal reviewer or the panel chair who is not paid by the contract (H1).");
        }
        demandNoProblem(reasonProblems(why, LEAST_OF_APPROVAL));
        if (hit.state() != HitState.WAITING || hit.seen() != seen) {
            throw changed();
        }
        Answer answer = hit.answers().get(hit.answers().size() - 1);
        if (answer.by().equals(actor.username())) {
            throw Refused.notAllowed("You cleared this hit yourself. Somebody else has to approve it.");
        }
        Instant now = clock.instant();
        answers.add(id, answer.number(), new Approval(approved, why.strip(), actor.username(), now));
        Map<String, Object> facts = new HashMap<>(facts(hit, answer.number(), why.strip()));
        facts.put("approved", approved);
        publish("screening-clearance-decided", contract, actor, now, facts);
    }

    /** Locked: of two who answer at once the second is told that somebody was faster. */
    private Hit held(ContractId contract, UUID id, Actor actor) {
        hits.lock(contract);
        return reader.find(id, today())
                .filter(hit -> hit.contract().equals(contract) && rights.mayRead(contract, actor))
                .orElseThrow(() -> Refused.notFound("There is no such hit, or you may not know of it."));
    }

    private static Map<String, Object> facts(Hit hit, int number, String reason) {
        return Map.of(
                "hitId", hit.id().toString(),
                "number", number,
                "band", hit.band().name(),
                "entryHash", hit.entryHash(),
                "reasonSha256", Sha256.hex(reason));
    }

    private void publish(String kind, ContractId contract, Actor actor, Instant now, Map<String, Object> facts) {
        events.publishEvent(new ScreeningFact(kind, contract, actor.username(), now, facts));
    }

    private static Refused changed() {
        return Refused.conflict(
                "The evidence or the answer changed since this page was opened. Read the hit again, then decide.");
    }

    private static void demandNoProblem(List<FormProblem> problems) {
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
    }

    private List<FormProblem> problems(Opinion opinion) {
        List<FormProblem> problems = new ArrayList<>();
        Verdict verdict = opinion.verdict();
        if (verdict == null) {
            problems.add(new FormProblem("verdict", "Choose whether you confirm the hit or clear it."));
        }
        problems.addAll(reasonProblems(opinion.reason(), LEAST));
        LocalDate endsOn = opinion.endsOn();
        boolean within =
                endsOn != null && !endsOn.isBefore(today()) && !endsOn.isAfter(today().plusMonths(MOST_MONTHS));
        if (verdict == Verdict.CLEARED && !within) {
            problems.add(new FormProblem(
                    "ends-on", "Give the last day of the clearance: from today on, and at most 12 months ahead."));
        }
        if (verdict == Verdict.CONFIRMED && endsOn != null) {
            problems.add(new FormProblem("ends-on", "A confirmed hit has no last day: delete it."));
        }
        return problems;
    }

    private static List<FormProblem> reasonProblems(String reason, int least) {
        if (TypedText.unreadable(reason)) {
            return List.of(new FormProblem("reason", TypedText.PROBLEM));
        }
        int length = reason.strip().length();
        return length >= least && reason.length() <= LONGEST
                ? List.of()
                : List.of(new FormProblem(
                        "reason",
                        "Say in words why, " + least + " to 2,000 characters: what you compared, and with what."));
    }
}
