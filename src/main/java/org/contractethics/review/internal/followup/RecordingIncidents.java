package org.contractethics.review.internal.followup;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.Contract;
import org.contractethics.policy.Policy;
import org.contractethics.review.internal.Days;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.followup.Incident.Kind;
import org.contractethics.review.internal.followup.Incident.Reliability;
import org.contractethics.review.internal.followup.IncidentEvidence.Looked;
import org.contractethics.review.internal.followup.IncidentEvidence.SentFile;
import org.contractethics.review.internal.followup.ReadingEvidence.EvidenceKept;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** S11: writes down what became known of a signed contract, the rights it concerns, and the files that show it. */
@Component
public class RecordingIncidents {

    private static final Set<Role> RECORDING = Set.of(Role.HR_REVIEWER, Role.MONITOR, Role.OMBUDS);

    private final FollowUpWork work;
    private final SignedContracts signed;
    private final Separation separation;
    private final Kept kept;
    private final Policy policy;
    private final TransactionTemplate transaction;

    RecordingIncidents(
            FollowUpWork work,
            SignedContracts signed,
            Separation separation,
            Kept kept,
            Policy policy,
            PlatformTransactionManager transactions) {
        this.work = work;
        this.signed = signed;
        this.separation = separation;
        this.kept = kept;
        this.policy = policy;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What somebody heard of.
     *
     * @param rights codes of the catalogue, as they were typed
     */
    public record News(
            @Nullable Kind kind,
            @Nullable LocalDate happenedOn,
            String source,
            @Nullable Reliability reliability,
            String account,
            List<String> rights,
            List<SentFile> files) {}

    public boolean mayRecord(ContractId contract, Actor actor) {
        return signed.signedOnce(contract)
                && separation.objections(contract, RECORDING, actor).isEmpty();
    }

    public List<FormProblem> problems(News news) {
        LocalDate today = LocalDate.ofInstant(work.now(), ZoneOffset.UTC);
        LocalDate day = news.happenedOn();
        Problems problems = new Problems()
                .when(news.kind() == null, "kind", "Choose what it is.")
                .when(
                        !Days.behind(day, today),
                        "happened-on",
                        "State the day it happened; not a day to come." + Days.BEHIND);
        Texts.demand(problems, news.source(), "source", "Name the source.");
        problems.when(news.reliability() == null, "reliability", "Say how far the source can be relied on.");
        Texts.demand(problems, news.account(), "account", "Say what happened.");
        news.rights().stream()
                .filter(code -> policy.right(code).isEmpty())
                .forEach(code -> problems.when(
                        true,
                        "rights",
                        "The catalogue of rights has no " + Texts.upTo(code, 40) + ". Give codes such as R05."));
        return kept.evidence.problems(problems, news.files()).list();
    }

    /** @return the id of what was recorded */
    public UUID record(ContractId contract, News news, Actor actor) {
        demand(contract, actor);
        Problems.refuse(problems(news));
        List<Looked> files = kept.evidence.look(news.files());
        return Objects.requireNonNull(transaction.execute(status -> keep(contract, news, files, actor)));
    }

    private void demand(ContractId contract, Actor actor) {
        signed.demandSigned(contract);
        separation.demand(contract, RECORDING, actor);
    }

    private UUID keep(ContractId contract, News news, List<Looked> files, Actor actor) {
        Contract held = signed.lock(contract);
        // who may record may have changed while the files were looked at
        demand(contract, actor);
        Incident incident = new Incident(
                UUID.randomUUID(),
                Objects.requireNonNull(news.kind()),
                Objects.requireNonNull(news.happenedOn()),
                news.source(),
                Objects.requireNonNull(news.reliability()),
                news.account(),
                news.rights(),
                files.stream().map(Looked::file).toList(),
                actor.username(),
                work.now());
        kept.incidents.add(contract, incident);
        kept.evidence.add(incident.id(), files);
        if (!files.isEmpty()) {
            kept.events.publishEvent(new EvidenceKept(incident.id()));
        }
        work.record("incident-recorded", facts(incident), contract, actor.username(), incident.recordedAt());
        kept.known.of(incident, held);
        return incident.id();
    }

    static Facts facts(Incident incident) {
        return Facts.of("incidentId", incident.id())
                .and("incident", incident.kind().name())
                .and("happenedOn", incident.happenedOn())
                .and("source", incident.source())
                .and("reliability", incident.reliability().name())
                .and("account", incident.account())
                .and("rights", incident.rights())
                .and(
                        "files",
                        incident.evidence().stream()
                                .map(file -> Map.of("sha256", file.sha256()))
                                .toList());
    }

    /** Where it is kept, and who is told. */
    @Component
    static class Kept {

        private final Incidents incidents;
        private final IncidentEvidence evidence;
        private final BecomingKnown known;
        private final ApplicationEventPublisher events;

        Kept(Incidents incidents, IncidentEvidence evidence, BecomingKnown known, ApplicationEventPublisher events) {
            this.incidents = incidents;
            this.evidence = evidence;
            this.known = known;
            this.events = events;
        }
    }
}
