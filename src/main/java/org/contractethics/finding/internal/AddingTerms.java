package org.contractethics.finding.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.finding.internal.ProposedTerms.Term;
import org.contractethics.finding.internal.QuerySets.Version;
import org.contractethics.finding.internal.matching.PhraseParser;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.TypedText;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A reviewer proposes a term, another one accepts it: a new version of the query set, with which everything is scanned again. */
@Service
public class AddingTerms {

    private static final int SHOWN = 200;

    private final ProposedTerms terms;
    private final QuerySets querySets;
    private final TermRules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AddingTerms(
            ProposedTerms terms, QuerySets querySets, TermRules rules, ApplicationEventPublisher events, Clock clock) {
        this.terms = terms;
        this.querySets = querySets;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    /** @param check id of the check that the term belongs to */
    public record Proposal(String check, String phrase, String reason) {}

    public List<Term> terms() {
        return terms.all(SHOWN);
    }

    @Transactional
    public UUID propose(Proposal proposal, Actor actor) {
        demandReviewer(actor);
        Instant now = clock.instant();
        String phrase = proposal.phrase().strip().replaceAll("\\s+", " ");
        terms.lock();
        List<FormProblem> problems = new ArrayList<>(
                rules.problems(querySets.content(querySets.current(now)), proposal.check(), phrase, proposal.reason()));
        // asked of readable words only: the database takes no control character
        if (problems.isEmpty() && terms.waiting(proposal.check(), phrase)) {
            problems.add(new FormProblem("phrase", "This term was proposed already and waits for a ruling."));
        }
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        UUID id = UUID.randomUUID();
        terms.add(id, proposal.check(), phrase, proposal.reason().strip(), actor.username(), now);
        events.publishEvent(new FindingFact(
                "term-proposed",
                null,
                actor.username(),
                now,
                Map.of("termId", id.toString(), "check", proposal.check(), "phrase", phrase)));
        return id;
    }

    @Transactional
    public void rule(UUID id, boolean accepted, String reason, Actor actor) {
        demandReviewer(actor);
        terms.lock();
        Term term = terms.find(id).orElseThrow(() -> Refused.notFound("There is no such term."));
        if (term.proposedBy().equals(actor.username())) {
            throw Refused.notAllowed("Nobody accepts or refuses a term of their own.");
        }
        if (term.ruling() != null) {
            throw Refused.conflict("Somebody has ruled on this term already.");
        }
        if (reason.isBlank() || reason.length() > 1_000) {
            throw Refused.invalid(List.of(new FormProblem("ruling", "Give a reason of 1 to 1,000 characters.")));
        }
        if (TypedText.unreadable(reason)) {
            throw Refused.invalid(List.of(new FormProblem("ruling", TypedText.PROBLEM)));
        }
        Instant now = clock.instant();
        if (accepted
                && querySets
                        .content(querySets.current(now))
                        .phrases(term.check())
                        .contains(PhraseParser.parse(term.phrase()))) {
            throw Refused.conflict("The query set holds this term already. Refuse it.");
        }
        Integer set = accepted ? begin(term, actor, now).number() : null;
        terms.rule(id, accepted, reason.strip(), actor.username(), now, set);
        events.publishEvent(new FindingFact(
                accepted ? "term-accepted" : "term-refused",
                null,
                actor.username(),
                now,
                set == null
                        ? Map.of("termId", id.toString(), "check", term.check(), "phrase", term.phrase())
                        : Map.of(
                                "termId", id.toString(),
                                "check", term.check(),
                                "phrase", term.phrase(),
                                "querySet", set)));
    }

    private Version begin(Term term, Actor actor, Instant now) {
        String why = "“" + term.phrase() + "” added to " + term.check() + ".";
        return querySets.beginWith(term.check(), term.phrase(), actor.username(), why, now);
    }

    private static void demandReviewer(Actor actor) {
        if (!Reviewers.includes(actor)) {
            throw Refused.notAllowed("Terms are proposed and ruled on by reviewers.");
        }
    }
}
