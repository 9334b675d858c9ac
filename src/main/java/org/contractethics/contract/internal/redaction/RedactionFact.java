package org.contractethics.contract.internal.redaction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.contract.Contract;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;

/** What happened to a redaction. The reason stays with the redaction: it may tell what is withheld. */
record RedactionFact(String kind, ContractId contract, String actor, Instant occurredAt, Map<String, Object> facts)
        implements RecordedEvent {

    static RedactionFact requested(UUID id, Contract contract, RedactionRequest request, String actor, Instant at) {
        Map<String, Object> facts =
                facts(id, contract.reference(), request.fields(), Objects.requireNonNull(request.endsOn()));
        if (request.secrecy() != null) {
            facts.put("secrecy", request.secrecy().name());
        }
        if (request.provisionalUntil() != null) {
            facts.put("provisionalUntil", request.provisionalUntil().toString());
        }
        return new RedactionFact("redaction-requested", contract.id(), actor, at, facts);
    }

    static RedactionFact approved(Redaction redaction, String actor, Instant at) {
        return of("redaction-approved", redaction, actor, at);
    }

    static RedactionFact refused(Redaction redaction, String actor, Instant at) {
        return of("redaction-refused", redaction, actor, at);
    }

    static RedactionFact ended(Redaction redaction, String actor, Instant at) {
        return of("redaction-ended", redaction, actor, at);
    }

    private static RedactionFact of(String kind, Redaction redaction, String actor, Instant at) {
        Map<String, Object> facts =
                facts(redaction.id(), redaction.reference(), redaction.fields(), redaction.endsOn());
        facts.put("requestedBy", redaction.requestedBy());
        return new RedactionFact(kind, redaction.contract(), actor, at, facts);
    }

    private static Map<String, Object> facts(
            UUID id, String reference, Collection<RedactedField> fields, LocalDate endsOn) {
        List<String> names = fields.stream().sorted().map(Enum::name).toList();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("redactionId", id.toString());
        facts.put("reference", reference);
        facts.put("fields", names);
        facts.put("endsOn", endsOn.toString());
        return facts;
    }
}
