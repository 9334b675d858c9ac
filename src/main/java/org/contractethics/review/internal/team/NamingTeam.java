package org.contractethics.review.internal.team;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.Reviews.NamedAsPaid;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.VoteRounds;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The account owner names who else is paid by a contract that is in review: of one that was called in, nobody was named before. They take
 * no part from then on and are told. Not any more once people vote, so that nobody is kept out by whom the panel turned out to be.
 */
@Component
public class NamingTeam {

    private final ReviewCases reviews;
    private final PayDenials denials;
    private final VoteRounds rounds;
    private final AccountTeams teams;
    private final ContractRegister contracts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NamingTeam(
            ReviewCases reviews,
            PayDenials denials,
            VoteRounds rounds,
            AccountTeams teams,
            ContractRegister contracts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.denials = denials;
        this.rounds = rounds;
        this.teams = teams;
        this.contracts = contracts;
        this.events = events;
        this.clock = clock;
    }

    /** Why this person cannot name anybody now; empty where they can. */
    public Optional<Refused> refusal(Contract contract, Actor actor) {
        if (!actor.username().equals(contract.submitter())) {
            return Optional.of(Refused.notAllowed("Only the account owner names who is paid by a contract."));
        }
        Optional<ReviewId> open = openReview(contract.id());
        if (open.isEmpty()) {
            return Optional.of(
                    Refused.conflict("No review of this contract is open. Who is paid is named when it is submitted."));
        }
        return rounds.latest(open.get()).isPresent()
                ? Optional.of(
                        Refused.conflict(
                                "The vote was opened, so nobody is named any more. Tell the panel chair: whoever is paid declares it."))
                : Optional.empty();
    }

    private Optional<ReviewId> openReview(ContractId contract) {
        return reviews.of(contract).stream()
                .filter(review -> !review.closed())
                .map(ReviewCase::id)
                .findFirst();
    }

    public List<FormProblem> problems(Contract contract, List<String> named) {
        List<String> already = reviews.of(contract.id()).stream()
                .filter(review -> !review.closed())
                .flatMap(review -> review.accountTeam().stream())
                .toList();
        Problems problems =
                new Problems().when(named.isEmpty(), "people", "Name at least one person by their account name.");
        named.forEach(name -> problems.when(already.contains(name), "people", "\"" + name + "\" is named already."));
        List<String> team =
                Stream.concat(already.stream(), named.stream()).distinct().toList();
        return teams.problems(problems, contract, team, "people").list();
    }

    @Transactional
    public void name(ContractId id, List<String> named, Actor actor) {
        Optional<ReviewCase> review = openReview(id).map(reviews::lock);
        // only now: whoever handed the contract over meanwhile names nobody
        Contract contract = contracts.get(id);
        refusal(contract, actor).ifPresent(refused -> {
            throw refused;
        });
        List<String> once = named.stream().distinct().toList();
        Problems.refuse(problems(contract, once));
        ReviewId open = review.orElseThrow(() -> Refused.conflict("A review was opened just now. Do it once more."))
                .id();
        denials.name(open, once);
        Instant now = clock.instant();
        for (String person : once) {
            events.publishEvent(Facts.of("reviewId", open)
                    .and("person", person)
                    .recorded("named-as-paid", id, actor.username(), now));
            events.publishEvent(new NamedAsPaid(open, person, now));
            events.publishEvent(TeamNotices.named(contract, person));
        }
    }
}
