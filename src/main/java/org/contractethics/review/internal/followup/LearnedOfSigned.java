package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.Contract;
import org.contractethics.review.internal.followup.Incident.Kind;
import org.contractethics.review.internal.followup.Incident.Reliability;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** S11: what is written of the agency or the country of a signed contract becomes known of the contract, as if somebody had recorded it. */
@Component
public class LearnedOfSigned {

    private final FollowUpWork work;
    private final SignedContracts signed;
    private final Separation separation;
    private final Incidents incidents;
    private final BecomingKnown known;

    LearnedOfSigned(
            FollowUpWork work,
            SignedContracts signed,
            Separation separation,
            Incidents incidents,
            BecomingKnown known) {
        this.work = work;
        this.signed = signed;
        this.separation = separation;
        this.incidents = incidents;
        this.known = known;
    }

    /** Held until the end of the transaction. */
    public Contract contract(ContractId id) {
        return signed.lock(id);
    }

    /** Whether its services run, so that somebody has to look at it. */
    public boolean runs(Contract contract) {
        return signed.signedOnce(contract.id()) && !contract.state().ending();
    }

    /** Who has a part in the sale is told nothing of it (H1). */
    public Set<String> excluded(Contract contract) {
        return separation.excluded(contract.id());
    }

    /**
     * The contract has to be held by the caller. How far the source can be relied on, people say when they look at it.
     *
     * @param source who says it
     * @param words what is said, a sentence
     * @param writtenAt when it was written down
     */
    public void becomesKnown(Contract contract, String source, String words, Instant writtenAt, Instant now) {
        Incident incident = new Incident(
                UUID.randomUUID(),
                Kind.FINDING,
                LocalDate.ofInstant(writtenAt, ZoneOffset.UTC),
                source,
                Reliability.F,
                "Learned since the triage: " + words,
                List.of(),
                List.of(),
                Actor.SYSTEM.username(),
                now);
        incidents.add(contract.id(), incident);
        work.record(
                "incident-recorded",
                RecordingIncidents.facts(incident),
                contract.id(),
                incident.recordedBy(),
                incident.recordedAt());
        known.of(incident, contract);
    }
}
