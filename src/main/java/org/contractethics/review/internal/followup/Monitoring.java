package org.contractethics.review.internal.followup;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.Contract;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.followup.Incident.Kind;
import org.contractethics.review.internal.followup.Incident.Reliability;
import org.contractethics.review.internal.followup.VisibilityLimits.Limits;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S11: writes down what became known of a signed contract, and what nobody can see of its use. */
@Component
public class Monitoring {

    private static final Set<Role> RECORDING = Set.of(Role.HR_REVIEWER, Role.MONITOR, Role.OMBUDS);
    private static final Set<Role> STATING = Set.of(Role.MONITOR);

    private final FollowUpWork work;
    private final SignedContracts signed;
    private final Incidents incidents;
    private final VisibilityLimits limits;
    private final Separation separation;
    private final BecomingKnown known;

    Monitoring(
            FollowUpWork work,
            SignedContracts signed,
            Incidents incidents,
            VisibilityLimits limits,
            Separation separation,
            BecomingKnown known) {
        this.work = work;
        this.signed = signed;
        this.incidents = incidents;
        this.limits = limits;
        this.separation = separation;
        this.known = known;
    }

    /** What somebody heard of. */
    public record News(
            @Nullable Kind kind,
            @Nullable LocalDate happenedOn,
            String source,
            @Nullable Reliability reliability,
            String account) {}

    public boolean mayRecord(ContractId contract, Actor actor) {
        return signed.signedOnce(contract)
                && separation.objections(contract, RECORDING, actor).isEmpty();
    }

    public boolean mayState(ContractId contract, Actor actor) {
        return signed.signedOnce(contract)
                && separation.objections(contract, STATING, actor).isEmpty();
    }

    public List<FormProblem> problems(News news) {
        LocalDate today = LocalDate.ofInstant(work.now(), ZoneOffset.UTC);
        LocalDate day = news.happenedOn();
        Problems problems = new Problems()
                .when(news.kind() == null, "kind", "Choose what it is.")
                .when(
                        day == null || day.isAfter(today),
                        "happened-on",
                        "State the day it happened; not a day to come.");
        Texts.demand(problems, news.source(), "source", "Name the source.");
        problems.when(news.reliability() == null, "reliability", "Say how far the source can be relied on.");
        return Texts.demand(problems, news.account(), "account", "Say what happened.")
                .list();
    }

    /** @return the id of what was recorded */
    @Transactional
    public UUID record(ContractId contract, News news, Actor actor) {
        signed.demandSigned(contract);
        separation.demand(contract, RECORDING, actor);
        Problems.refuse(problems(news));
        Contract held = signed.lock(contract);
        Incident incident = new Incident(
                UUID.randomUUID(),
                Objects.requireNonNull(news.kind()),
                Objects.requireNonNull(news.happenedOn()),
                news.source(),
                Objects.requireNonNull(news.reliability()),
                news.account(),
                actor.username(),
                work.now());
        incidents.add(contract, incident);
        work.record(
                "incident-recorded",
                Facts.of("incidentId", incident.id())
                        .and("incident", incident.kind().name())
                        .and("happenedOn", incident.happenedOn())
                        .and("source", incident.source())
                        .and("reliability", incident.reliability().name())
                        .and("account", incident.account()),
                contract,
                actor.username(),
                incident.recordedAt());
        known.of(incident, held);
        return incident.id();
    }

    public List<FormProblem> limitsProblems(String statement) {
        return Texts.demand(new Problems(), statement, "statement", "Say what of the use cannot be seen, and why.")
                .list();
    }

    @Transactional
    public void state(ContractId contract, String statement, Actor actor) {
        signed.demandSigned(contract);
        separation.demand(contract, STATING, actor);
        Problems.refuse(limitsProblems(statement));
        signed.lock(contract);
        int version = limits.current(contract).map(Limits::version).orElse(0) + 1;
        Limits stated = new Limits(version, statement, actor.username(), work.now());
        limits.add(contract, stated);
        work.record(
                "visibility-limits-stated",
                Facts.of("version", version).and("statement", statement),
                contract,
                actor.username(),
                stated.statedAt());
    }
}
