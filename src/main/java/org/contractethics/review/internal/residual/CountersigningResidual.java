package org.contractethics.review.internal.residual;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.contractethics.review.internal.ConflictDeclarations;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.RealWords;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.VoteRound;
import org.contractethics.review.internal.VoteRounds;
import org.contractethics.review.internal.Votes;
import org.contractethics.review.internal.discussion.Participants;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.contractethics.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Another human-rights reviewer says whether the residual severity holds, before anybody votes. Whoever votes chose among what was allowed
 * then, so it does not change under them.
 */
@Service
public class CountersigningResidual {

    private static final int LONGEST = 4_000;

    private final ReviewCases reviews;
    private final VoteRounds rounds;
    private final Votes votes;
    private final ResidualCountersignatures countersignatures;
    private final Participants participants;
    private final ConflictDeclarations declarations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CountersigningResidual(
            ReviewCases reviews,
            VoteRounds rounds,
            Votes votes,
            ResidualCountersignatures countersignatures,
            Participants participants,
            ConflictDeclarations declarations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.rounds = rounds;
        this.votes = votes;
        this.countersignatures = countersignatures;
        this.participants = participants;
        this.declarations = declarations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param agreed null where it is not said
     * @param seen the {@code basis} that was read
     */
    public record Words(@Nullable Boolean agreed, String reasons, String seen) {}

    /**
     * What somebody who takes part in the review sees.
     *
     * @param round of the present pass; null before a vote
     * @param basis hash of what would be countersigned; empty where nothing is
     * @param standing the countersignature or refusal that counts; null where there is none
     * @param earlier those that count no longer
     * @param open whether the viewer may countersign now
     */
    public record View(
            @Nullable VoteRound round,
            String basis,
            @Nullable ResidualCountersignature standing,
            List<ResidualCountersignature> earlier,
            boolean open) {

        /** Whether the mitigation of the present pass states less than was assessed. */
        public boolean lowered() {
            return round != null && round.spaces().lowered();
        }
    }

    @Transactional(readOnly = true)
    public View seenBy(ReviewCase review, Actor viewer) {
        VoteRound round = rounds.latest(review.id())
                .filter(latest -> latest.pass() == review.pass())
                .orElse(null);
        ResidualCountersignature standing =
                countersignatures.standing(review.id(), review.pass()).orElse(null);
        return new View(
                round,
                countersignatures.basis(review.id(), review.pass()).orElse(""),
                standing,
                countersignatures.of(review.id()).stream()
                        .filter(one -> !one.equals(standing))
                        .toList(),
                participants.mayContribute(review, viewer, Role.HR_REVIEWER)
                        && refusal(review, viewer).isEmpty());
    }

    public List<FormProblem> problems(Words words) {
        return new Problems()
                .when(words.agreed() == null, "agreed", "Say whether you countersign the residual severity or refuse.")
                .when(
                        RealWords.lacking(words.reasons()),
                        "reasons",
                        "Say in words, at least " + RealWords.LEAST + " characters, why it holds or does not.")
                .when(words.reasons().length() > LONGEST, "reasons", "Shorten this to 4,000 characters.")
                .length(words.reasons(), "reasons")
                .list();
    }

    @Transactional
    public void say(ReviewId id, Words words, Actor actor) {
        ReviewCase review = reviews.lock(id);
        demandPart(review, actor);
        // keeps every vote out until the end of the transaction, then asks whether there is one
        rounds.open(id).ifPresent(open -> rounds.openForClosing(id));
        refusal(review, actor).ifPresent(refused -> {
            throw refused;
        });
        declarations.demand(id, actor.username());
        Problems.refuse(problems(words));
        String basis = countersignatures.basis(id, review.pass()).orElse("");
        if (!basis.equals(words.seen())) {
            throw Refused.conflict(
                    "The mitigation or the assessment is another one than you read. Read what it says now, then say whether it holds.");
        }
        boolean agreed = Boolean.TRUE.equals(words.agreed());
        Instant now = clock.instant();
        countersignatures.add(
                new ResidualCountersignature(id, review.pass(), basis, actor.username(), agreed, words.reasons(), now));
        events.publishEvent(Facts.of("reviewId", id)
                .and("pass", review.pass())
                .and("basis", basis)
                .and("agreed", agreed)
                // the account team reads the record, and takes no part in this
                .and("reasonsHash", Sha256.hex(words.reasons()))
                .recorded("residual-severity-countersigned", review.contract(), actor.username(), now));
    }

    private void demandPart(ReviewCase review, Actor actor) {
        if (!participants.mayRead(review, actor)) {
            throw missing();
        }
        if (!participants.mayContribute(review, actor, Role.HR_REVIEWER)) {
            throw Refused.notAllowed("Residual severity is countersigned by human-rights reviewers of this review.");
        }
    }

    /** Why this person cannot say now whether it holds; empty where they can. */
    private Optional<Refused> refusal(ReviewCase review, Actor actor) {
        if (countersignatures.wrote(review.id(), review.pass(), actor.username())) {
            return Optional.of(
                    Refused.notAllowed("Whoever wrote the mitigation does not countersign what it leaves. Another"
                            + " human-rights reviewer does."));
        }
        boolean waits = rounds.open(review.id())
                .filter(open -> open.pass() == review.pass() && !review.closed())
                .filter(open -> open.spaces().lowered())
                .isPresent();
        if (!waits) {
            return Optional.of(
                    Refused.conflict(
                            "Nothing is to be countersigned: no vote is open, or the mitigation leaves everything as assessed."));
        }
        Optional<ResidualCountersignature> standing = countersignatures.standing(review.id(), review.pass());
        if (standing.isPresent()) {
            return standing.map(CountersigningResidual::said);
        }
        return votes.anyInLatestRound(review.id())
                ? Optional.of(Refused.conflict(
                        "Votes were cast on the assessed severity, so it counts until they are opened. Where no outcome"
                                + " carries, it can be countersigned before the next round."))
                : Optional.empty();
    }

    private static Refused said(ResidualCountersignature standing) {
        return Refused.conflict(
                standing.agreed()
                        ? "Somebody countersigned the residual severity already."
                        : "The residual severity was refused for the same text, and stays refused until the mitigation states"
                                + " other measures or other reasons.");
    }

    private static Refused missing() {
        return Refused.notFound("There is no such review, or you take no part in it.");
    }
}
