package org.contractethics.workflow.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.workflow.internal.ProcedureVersions.OpenCase;
import org.contractethics.workflow.internal.ProcedureVersions.Version;
import org.jspecify.annotations.Nullable;

/** An open case was moved to the newest version of its procedure, or could not be. */
record CaseMoved(
        String kind, @Nullable ContractId contract, String actor, Instant occurredAt, Map<String, Object> facts)
        implements RecordedEvent {

    static CaseMoved moved(Version version, OpenCase open, String reasons, String actor, Instant at) {
        return of("case-moved", version, open, Map.of("reasons", reasons), actor, at);
    }

    static CaseMoved left(Version version, OpenCase open, String obstacle, String actor, Instant at) {
        return of("case-not-moved", version, open, Map.of("reason", obstacle), actor, at);
    }

    private static CaseMoved of(
            String kind, Version version, OpenCase open, Map<String, Object> further, String actor, Instant at) {
        ContractLine contract = open.contract();
        Map<String, Object> facts = new LinkedHashMap<>(further);
        facts.put(ProcessNames.idFact(version.key()), open.subject().toString());
        if (open.concern() != null) {
            facts.put("concernId", open.concern().toString());
        }
        facts.put("procedure", version.key());
        facts.put("fromVersion", version.number());
        facts.put("toVersion", version.newest());
        facts.put("at", open.at());
        return new CaseMoved(kind, contract == null ? null : contract.id(), actor, at, Map.copyOf(facts));
    }
}
