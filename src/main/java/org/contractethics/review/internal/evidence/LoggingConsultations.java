package org.contractethics.review.internal.evidence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.contractethics.review.internal.ConflictDeclarations;
import org.contractethics.review.internal.Days;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.discussion.Participants;
import org.contractethics.review.internal.evidence.Consultation.Account;
import org.contractethics.review.internal.evidence.Consultation.Kind;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.contractethics.shared.Sha256;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** S6: who was consulted, what they said, what was changed by it. The record proves the entry by its hash and holds no word of it. */
@Service
public class LoggingConsultations {

    private static final int LONGEST = 4_000;
    private static final int LONGEST_GROUP = 500;

    private final ReviewCases reviews;
    private final Consultations consultations;
    private final Participants participants;
    private final ConflictDeclarations declarations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LoggingConsultations(
            ReviewCases reviews,
            Consultations consultations,
            Participants participants,
            ConflictDeclarations declarations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.consultations = consultations;
        this.participants = participants;
        this.declarations = declarations;
        this.events = events;
        this.clock = clock;
    }

    public boolean mayLog(ReviewCase review, Actor actor) {
        return !review.closed() && participants.mayContribute(review, actor, Role.HR_REVIEWER, Role.EXTERNAL_EXPERT);
    }

    public List<FormProblem> problems(Account account) {
        LocalDate day = account.heldOn();
        Problems problems = new Problems()
                .when(account.kind() == null, "kind", "Say whether these are the affected or a proxy.")
                .when(account.manner() == null, "manner", "Say how they were consulted.")
                .when(day == null, "held-on", "Give the day of the consultation.")
                .when(
                        day != null && !Days.behind(day, LocalDate.now(clock)),
                        "held-on",
                        "The day lies in the past." + Days.BEHIND)
                .when(
                        account.kind() == Kind.PROXY && account.credibility().isBlank(),
                        "credibility",
                        "Say why this proxy is credible: what ties it to the affected, and that nobody pays it to"
                                + " agree.");
        text(problems, account.consulted(), "consulted", "Name the group, or who speaks for it.", LONGEST_GROUP);
        text(problems, account.said(), "said", "Write down what they said.", LONGEST);
        text(problems, account.changed(), "changed", "Say what was changed by it, or why nothing was.", LONGEST);
        if (!account.credibility().isBlank()) {
            text(problems, account.credibility(), "credibility", "", LONGEST);
        }
        return problems.list();
    }

    private static void text(Problems problems, String text, String field, String missing, int longest) {
        problems.text(text, field, missing)
                .when(
                        text.length() > longest,
                        field,
                        String.format(Locale.ROOT, "Shorten this to %,d characters.", longest))
                .when(
                        LeadingToPersons.in(text),
                        field,
                        "This holds a mail address or a telephone number. Write nothing by which a person at risk can"
                                + " be found.");
    }

    @Transactional
    public Consultation log(ReviewId id, Account account, Actor actor) {
        ReviewCase review = reviews.lock(id);
        if (!mayLog(review, actor)) {
            throw Refused.notAllowed("Consultations are logged by those who assess this review while it is open.");
        }
        declarations.demand(id, actor.username());
        Problems.refuse(problems(account));
        Consultation entry = new Consultation(
                UUID.randomUUID(),
                id,
                consultations.of(id).size() + 1,
                review.pass(),
                account,
                actor.username(),
                clock.instant());
        consultations.add(entry);
        events.publishEvent(fact(entry, review));
        return entry;
    }

    private static Facts.Recorded fact(Consultation entry, ReviewCase review) {
        Account account = entry.account();
        return Facts.of("reviewId", review.id())
                .and("number", entry.number())
                .and("consulted", account.kind())
                .and("heldOn", account.heldOn())
                .and("manner", account.manner())
                .and(
                        "sha256",
                        Sha256.hex(String.join(
                                "\n", account.consulted(), account.credibility(), account.said(), account.changed())))
                .recorded("consultation-logged", review.contract(), entry.loggedBy(), entry.loggedAt());
    }
}
