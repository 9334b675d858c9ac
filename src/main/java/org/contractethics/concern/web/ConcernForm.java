package org.contractethics.concern.web;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contractethics.concern.internal.ConcernMode;
import org.contractethics.concern.internal.ConcernTopic;
import org.contractethics.concern.internal.FileConcern;
import org.contractethics.concern.internal.anonymous.Secret;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;

/**
 * What somebody typed so far. It travels with the pages and is kept nowhere until the concern is filed.
 *
 * @param draft secret of the files that came so far; empty while there are none
 */
public record ConcernForm(
        String id,
        String contract,
        String agency,
        String matter,
        String clause,
        String mode,
        String topic,
        String text,
        String rights,
        String outcome,
        List<String> excluded,
        String about,
        String draft) {

    @SuppressWarnings("NullAway") // a field that is missing from the request arrives as null
    public ConcernForm {
        id = FormFields.randomId(id);
        contract = FormFields.orEmpty(contract);
        agency = FormFields.orEmpty(agency);
        matter = FormFields.orEmpty(matter);
        clause = FormFields.orEmpty(clause);
        mode = FormFields.orEmpty(mode);
        topic = FormFields.orEmpty(topic);
        text = FormFields.orEmpty(text);
        rights = FormFields.orEmpty(rights);
        outcome = FormFields.orEmpty(outcome);
        excluded = excluded == null ? List.of() : List.copyOf(excluded);
        about = FormFields.orEmpty(about);
        draft = FormFields.orEmpty(draft);
    }

    static ConcernForm empty(Optional<ContractId> contract, String matter) {
        return new ConcernForm(
                "",
                contract.map(ContractId::toString).orElse(""),
                "",
                matter,
                "",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                "",
                "");
    }

    ConcernForm underAnotherId() {
        return new ConcernForm(
                "", contract, agency, matter, clause, mode, topic, text, rights, outcome, excluded, about, draft);
    }

    ConcernForm withDraft(String secret) {
        return new ConcernForm(
                id, contract, agency, matter, clause, mode, topic, text, rights, outcome, excluded, about, secret);
    }

    Optional<Secret> draftSecret() {
        return Secret.parse(draft);
    }

    public Optional<ContractId> contractId() {
        return FormFields.isUuid(contract) ? Optional.of(ContractId.valueOf(contract)) : Optional.empty();
    }

    /** Words for the topic; empty while none was chosen. */
    public String topicLabel() {
        return Arrays.stream(ConcernTopic.values())
                .filter(known -> known.name().equals(topic))
                .map(ConcernTopic::label)
                .findFirst()
                .orElse("");
    }

    /** Words for the mode; empty while none was chosen. */
    public String modeLabel() {
        return Arrays.stream(ConcernMode.values())
                .filter(known -> known.name().equals(mode))
                .map(known -> known.label() + ". " + known.meaning())
                .findFirst()
                .orElse("");
    }

    /** @param about account names of those whom it is about, who are kept from it like those who are ticked */
    FileConcern toCommand(Set<String> about) {
        Set<String> kept = new HashSet<>(excluded);
        kept.addAll(about);
        return new FileConcern(
                ConcernId.valueOf(id),
                contractId().orElse(null),
                agency,
                matter,
                mode,
                topic,
                text,
                clause,
                rights,
                outcome,
                kept);
    }
}
