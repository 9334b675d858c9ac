package org.contractethics.review.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.Reviews.CarriedOverReopened;
import org.contractethics.review.Stage;
import org.contractethics.review.StageTasks;
import org.contractethics.review.StageTasks.StageTask;
import org.contractethics.review.internal.StageWork.StageEnds;
import org.contractethics.review.internal.delta.CarriedItem;
import org.contractethics.review.internal.delta.CarriedItem.Kind;
import org.contractethics.review.internal.delta.CarriedItem.Reopened;
import org.contractethics.review.internal.delta.CarriedItems;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * H8: a reviewer of the stage finds that something carried over cannot stand. It is due again, with what rests on it. On the
 * document check rests the triage and with it everything, so the whole review begins with a new pass.
 */
@Component
public class ReopeningCarriedOver {

    /** In this order each of them rests on the one before. */
    private static final Set<Stage> EXAMINED = EnumSet.of(Stage.RESEARCH, Stage.ASSESSMENT, Stage.MITIGATION);

    private final ReviewCases reviews;
    private final CarriedItems items;
    private final BeginningWhole whole;
    private final StageResults results;
    private final Participation participation;
    private final VoteRounds rounds;
    private final Votes votes;
    private final StageTasks tasks;
    private final ContractRegister contracts;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReopeningCarriedOver(
            ReviewCases reviews,
            CarriedItems items,
            BeginningWhole whole,
            StageResults results,
            Participation participation,
            VoteRounds rounds,
            Votes votes,
            StageTasks tasks,
            ContractRegister contracts,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.items = items;
        this.whole = whole;
        this.results = results;
        this.participation = participation;
        this.rounds = rounds;
        this.votes = votes;
        this.tasks = tasks;
        this.contracts = contracts;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    public List<FormProblem> problems(String reason) {
        return new Problems().text(reason, "reason", "Say why it cannot stand.").list();
    }

    /** Why this person cannot reopen the item now; empty where they can. Asked by pages as well. */
    public Optional<Refused> refusal(ReviewCase review, CarriedItem item, Actor actor) {
        List<String> objections = participation.objections(review, item.kind().stage(), actor);
        if (!objections.isEmpty()) {
            return Optional.of(new Refused(Refused.Kind.NOT_ALLOWED, objections));
        }
        if (item.kind() == Kind.DOCUMENT_CHECK && !tasks.beginsAnew(review.id())) {
            return Optional.of(Refused.conflict(
                    "This review runs by a version of the procedure in which the document check is not reopened."
                            + " The panel chair can move it to the newest version; then it can."));
        }
        if (!item.stands() || review.closed() || review.pass() > 1) {
            return Optional.of(Refused.conflict("This is not carried over any more."));
        }
        return late(review, item);
    }

    private Optional<Refused> late(ReviewCase review, CarriedItem item) {
        Set<Stage> done = examined(review, item.kind().stage());
        if (!done.isEmpty()) {
            return Optional.of(Refused.conflict(
                    done.contains(item.kind().stage())
                            ? "The stage is finished, and what was carried over in it stands. Vote for a"
                                    + " return if it cannot."
                            : "What rests on it is done in this review already, so it stands. Vote for a"
                                    + " return if it cannot."));
        }
        return votes.anyInLatestRound(review.id())
                ? Optional.of(Refused.conflict(
                        "Votes were cast on what is carried over, so it stays until they are counted. Vote for"
                                + " a return if it cannot stand."))
                : Optional.empty();
    }

    /** Which of this stage and those that rest on it are done in this pass. Nobody does a stage twice in a pass. */
    private Set<Stage> examined(ReviewCase review, Stage from) {
        return results.of(review.id()).stream()
                .filter(result -> result.pass() == review.pass())
                .map(StageResult::stage)
                .filter(stage -> EXAMINED.contains(stage) && stage.compareTo(from) >= 0)
                .collect(Collectors.toSet());
    }

    @Transactional
    public void reopen(ReviewId id, UUID itemId, String reason, Actor actor) {
        ReviewCase review = reviews.lock(id);
        CarriedItem item = items.find(id, itemId)
                .orElseThrow(() -> Refused.notFound("Nothing of this review is carried over under this number."));
        // keeps every vote out until the end of the transaction, then asks whether there is one
        Optional<VoteRound> round = rounds.open(id).map(open -> rounds.openForClosing(id));
        refusal(review, item, actor).ifPresent(refused -> {
            throw refused;
        });
        Problems.refuse(problems(reason));
        Instant now = clock.instant();
        round.ifPresent(open -> rounds.close(id, open.round(), actor.username(), now, null));
        reopened(item, review).forEach(one -> reopen(review, one, item, new Reopened(actor.username(), now, reason)));
        if (item.kind() == Kind.DOCUMENT_CHECK) {
            whole.withNextPass(review, "The document check was reopened: " + reason, actor.username(), now);
        }
        goBack(review, item.kind().stage(), actor, now);
    }

    /** The item and what rests on it. */
    private List<CarriedItem> reopened(CarriedItem item, ReviewCase review) {
        Stream<CarriedItem> resting =
                items.standing(review.id(), review.pass()).stream().filter(other -> other.restsOn(item));
        return Stream.concat(Stream.of(item), resting).toList();
    }

    private void reopen(ReviewCase review, CarriedItem one, CarriedItem cause, Reopened reopened) {
        items.reopen(one, reopened);
        events.publishEvent(Facts.of("reviewId", review.id())
                .and("item", one.kind().name())
                .and("right", one.right().isEmpty() ? null : one.right())
                .and("reason", reopened.reason())
                .and("restsOn", one.equals(cause) ? null : cause.kind().name())
                .recorded("carried-over-reopened", review.contract(), reopened.by(), reopened.at()));
    }

    /** The process goes back only where it has passed the stage already. */
    private void goBack(ReviewCase review, Stage stage, Actor actor, Instant now) {
        boolean passed = tasks.open(review.id()).stream()
                .map(StageTask::stage)
                .max(Comparator.naturalOrder())
                .filter(open -> open.compareTo(stage) > 0)
                .isPresent();
        if (passed) {
            events.publishEvent(new StageEnds(review.id(), actor.username()));
            events.publishEvent(new CarriedOverReopened(review.id(), now));
            notices.reopened(review, contracts.get(review.contract()), stage);
        }
    }
}
