package org.contractethics.search.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.review.IncidentTexts;
import org.contractethics.review.IncidentTexts.IncidentText;
import org.contractethics.search.internal.IncidentPassages.Source;
import org.contractethics.search.internal.IndexesToWrite.Target;
import org.contractethics.shared.ContractId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes one index hold what the database holds of incidents of a contract; the caller has locked the contract. */
@Component
class WritingIncidents {

    private static final Logger log = LoggerFactory.getLogger(WritingIncidents.class);

    private final ContractClauses contracts;
    private final IncidentTexts incidents;
    private final ClauseWriter writer;
    private final IndexedTexts indexed;

    WritingIncidents(ContractClauses contracts, IncidentTexts incidents, ClauseWriter writer, IndexedTexts indexed) {
        this.contracts = contracts;
        this.incidents = incidents;
        this.writer = writer;
        this.indexed = indexed;
    }

    void write(ContractId contract, List<UUID> ids, Target target) {
        if (ids.isEmpty()) {
            return;
        }
        ContractFacts facts = contracts.factsOf(contract).orElse(null);
        for (UUID id : ids) {
            Optional<IncidentText> incident = incidents.find(id);
            if (facts != null && incident.isPresent()) {
                IncidentPassages.of(incident.get(), facts).forEach(source -> write(id, source, target));
            }
        }
    }

    private void write(UUID incident, Source source, Target target) {
        List<RefusedClause> refused = writer.write(target.index(), target.alias(), source.passages());
        if (!refused.isEmpty()) {
            log.warn("passages refused by the cluster incident={} passages={}", incident, refused.size());
        }
        if (target.alias()) {
            indexed.note(incident, source.number(), source.passages().size() - refused.size());
        }
    }
}
