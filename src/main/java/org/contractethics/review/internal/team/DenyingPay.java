package org.contractethics.review.internal.team;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.team.PayDenial.Ruling;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever is named as paid by a contract can say that they are not. They stay out of its review until somebody ruled on it. */
@Component
public class DenyingPay {

    private static final int LONGEST = 2_000;

    private final ReviewCases reviews;
    private final PayDenials denials;
    private final ContractRegister contracts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DenyingPay(
            ReviewCases reviews,
            PayDenials denials,
            ContractRegister contracts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.denials = denials;
        this.contracts = contracts;
        this.events = events;
        this.clock = clock;
    }

    /** Why this person has nothing to deny; empty where they can. */
    public Optional<Refused> refusal(Contract contract, Actor actor) {
        String name = actor.username();
        if (reviews.of(contract.id()).stream()
                .noneMatch(review -> review.accountTeam().contains(name))) {
            return Optional.of(Refused.notAllowed("You are not named as paid by this contract."));
        }
        if (owned(contract, name)) {
            return Optional.of(Refused.notAllowed("You own this contract or owned it, so you are paid by it (H1)."));
        }
        return denials.of(contract.id(), name).map(DenyingPay::saidAlready);
    }

    /** Whether this person owns the contract or owned it at any time. */
    boolean owned(Contract contract, String name) {
        return name.equals(contract.submitter())
                || reviews.of(contract.id()).stream().anyMatch(review -> review.owned(name));
    }

    private static Refused saidAlready(PayDenial denial) {
        Ruling ruling = denial.ruling();
        return Refused.conflict(
                ruling == null
                        ? "You said so already. The panel chair or the board committee rules on it."
                        : "It was ruled already whether you are paid by this contract.");
    }

    public List<FormProblem> problems(String reasons) {
        return reasons(new Problems(), reasons, "Say why it is not so.").list();
    }

    static Problems reasons(Problems problems, String reasons, String missing) {
        return problems.text(reasons, "reasons", missing)
                .when(reasons.length() > LONGEST, "reasons", "Shorten the reasons to at most 2,000 characters.");
    }

    @Transactional
    public UUID deny(ContractId id, String reasons, Actor actor) {
        Contract contract = contracts.get(id);
        reviews.of(id).stream().findFirst().ifPresent(review -> reviews.lock(review.id()));
        refusal(contract, actor).ifPresent(refused -> {
            throw refused;
        });
        Problems.refuse(problems(reasons));
        PayDenial denial =
                new PayDenial(UUID.randomUUID(), id, actor.username(), reasons.strip(), clock.instant(), null);
        denials.add(denial);
        events.publishEvent(Facts.of("denialId", denial.id())
                .and("reasons", denial.reasons())
                .recorded("pay-denied", id, actor.username(), denial.deniedAt()));
        events.publishEvent(TeamNotices.denied(contract, denial));
        return denial.id();
    }
}
