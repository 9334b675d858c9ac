package org.contractethics.review.internal.team;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Participation;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.team.PayDenial.Ruling;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody without a part in the sale rules whether a person is paid by a contract: only then they take part in its review again. */
@Component
public class RulingOnPay {

    private static final Role[] RULING = {Role.PANEL_CHAIR, Role.BOARD_COMMITTEE};

    private final ReviewCases reviews;
    private final PayDenials denials;
    private final DenyingPay denying;
    private final Participation participation;
    private final ContractRegister contracts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RulingOnPay(
            ReviewCases reviews,
            PayDenials denials,
            DenyingPay denying,
            Participation participation,
            ContractRegister contracts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.denials = denials;
        this.denying = denying;
        this.participation = participation;
        this.contracts = contracts;
        this.events = events;
        this.clock = clock;
    }

    /** 404 where there is none. */
    public PayDenial get(UUID id) {
        return denials.find(id).orElseThrow(() -> Refused.notFound("There is no such denial."));
    }

    /** Why this person cannot rule on it; empty where they can. */
    public Optional<Refused> refusal(PayDenial denial, Actor actor) {
        if (!actor.hasAny(RULING)) {
            return Optional.of(
                    Refused.notAllowed("The panel chair or the board committee rules on who is paid by a contract."));
        }
        if (denial.person().equals(actor.username())) {
            return Optional.of(Refused.notAllowed("This is about yourself. Somebody else rules on it (H1)."));
        }
        if (denying.owned(contracts.get(denial.contract()), denial.person())) {
            return Optional.of(
                    Refused.conflict(
                            "Whoever denies it owns this contract now or owned it, so they are paid by it (H1). There is nothing to rule on."));
        }
        List<String> bars = reviews.of(denial.contract()).stream()
                .flatMap(review -> participation.bars(review, actor).stream())
                .distinct()
                .toList();
        if (!bars.isEmpty()) {
            return Optional.of(new Refused(Refused.Kind.NOT_ALLOWED, bars));
        }
        return denial.open() ? Optional.empty() : Optional.of(Refused.conflict("Somebody ruled on it already."));
    }

    public List<FormProblem> problems(@Nullable Boolean paid, String reasons) {
        return DenyingPay.reasons(
                        new Problems().when(paid == null, "paid", "Say whether they are paid by the contract."),
                        reasons,
                        "Give the reasons.")
                .list();
    }

    @Transactional
    public void rule(UUID id, @Nullable Boolean paid, String reasons, Actor actor) {
        PayDenial known = get(id);
        ReviewCase review = reviews.lock(reviews.of(known.contract()).get(0).id());
        PayDenial denial = get(id);
        refusal(denial, actor).ifPresent(refused -> {
            throw refused;
        });
        Problems.refuse(problems(paid, reasons));
        Ruling ruling = new Ruling(Objects.requireNonNull(paid), reasons.strip(), actor.username(), clock.instant());
        denials.rule(denial, ruling);
        events.publishEvent(Facts.of("denialId", id)
                .and("person", denial.person())
                .and("paid", ruling.paid())
                .and("reasons", ruling.reasons())
                .recorded("pay-ruled", denial.contract(), actor.username(), ruling.at()));
        Contract contract = contracts.get(denial.contract());
        Stream.of(denial.person(), review.owner())
                .distinct()
                .forEach(to -> events.publishEvent(TeamNotices.ruled(contract, to, ruling.paid())));
    }
}
