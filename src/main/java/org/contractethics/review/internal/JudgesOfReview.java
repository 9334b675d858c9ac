package org.contractethics.review.internal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.finding.FindingJudges;
import org.contractethics.review.internal.discussion.Participants;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** Findings are judged by the reviewers of the newest review of the contract, as long as it is open. */
@Component
class JudgesOfReview implements FindingJudges {

    private static final Role[] JUDGING = {
        Role.TRIAGE_OFFICER, Role.HR_REVIEWER, Role.LEGAL_REVIEWER, Role.PRODUCT_EXPERT, Role.EXTERNAL_EXPERT
    };

    private final ReviewCases reviews;
    private final Participants participants;
    private final PeopleDirectory people;

    JudgesOfReview(ReviewCases reviews, Participants participants, PeopleDirectory people) {
        this.reviews = reviews;
        this.participants = participants;
        this.people = people;
    }

    @Override
    public boolean mayJudge(ContractId contract, Actor actor) {
        return reviews.of(contract).stream()
                .findFirst()
                .filter(review -> !review.closed())
                .map(review -> participants.mayContribute(review, actor, JUDGING))
                .orElse(false);
    }

    @Override
    public Set<String> of(Collection<ContractId> contracts) {
        List<ReviewCase> open = reviews.latestOf(contracts).stream()
                .filter(review -> !review.closed())
                .toList();
        if (open.isEmpty()) {
            return Set.of();
        }
        return Stream.of(JUDGING)
                .flatMap(role -> people.withRole(role).stream())
                .distinct()
                .map(person -> new Actor(person.username(), person.displayName(), person.roles()))
                .filter(actor -> open.stream().anyMatch(review -> participants.mayContribute(review, actor, JUDGING)))
                .map(Actor::username)
                .collect(Collectors.toSet());
    }
}
