package org.contractethics.concern.web.speak;

import static org.contractethics.concern.web.FormFields.withLine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contractethics.concern.internal.ConcernMode;
import org.contractethics.concern.internal.ConcernTopic;
import org.contractethics.concern.internal.FileConcern;
import org.contractethics.concern.internal.anonymous.Secret;
import org.contractethics.concern.web.FormFields;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;

/**
 * What somebody typed so far. It travels with the pages and is kept nowhere until it is sent.
 *
 * @param query words to find the contract by
 * @param contract id of the chosen contract, or {@link #OF_AGENCY} and the name of an agency of published ones; empty where unknown
 * @param matter a capability, version of the rules or part of the process, as it is sent; empty where it is about none
 * @param clause of its documents, in the filer's words
 * @param named the contract in the filer's own words
 * @param draft secret of the files that came so far; empty while there are none
 */
public record SpeakForm(
        String id,
        String query,
        String contract,
        String named,
        String agency,
        String matter,
        String clause,
        String topic,
        String text,
        String rights,
        String outcome,
        String draft) {

    /** Before the name of an agency that was chosen with all its contracts. */
    public static final String OF_AGENCY = "agency:";

    static final int MAX_NAMED = 300;

    @SuppressWarnings("NullAway") // a field that is missing from the request arrives as null
    public SpeakForm {
        id = FormFields.randomId(id);
        query = FormFields.orEmpty(query);
        contract = FormFields.orEmpty(contract);
        named = FormFields.orEmpty(named);
        agency = FormFields.orEmpty(agency);
        matter = FormFields.orEmpty(matter);
        clause = FormFields.orEmpty(clause);
        topic = FormFields.orEmpty(topic);
        text = FormFields.orEmpty(text);
        rights = FormFields.orEmpty(rights);
        outcome = FormFields.orEmpty(outcome);
        draft = FormFields.orEmpty(draft);
    }

    static SpeakForm empty() {
        return new SpeakForm("", "", "", "", "", "", "", "", "", "", "", "");
    }

    SpeakForm withDraft(String secret) {
        return new SpeakForm(id, query, contract, named, agency, matter, clause, topic, text, rights, outcome, secret);
    }

    Optional<Secret> draftSecret() {
        return Secret.parse(draft);
    }

    Optional<ContractId> contractId() {
        return FormFields.isUuid(contract) ? Optional.of(ContractId.valueOf(contract)) : Optional.empty();
    }

    /** The agency that was chosen with all its contracts; empty where none was. */
    public String chosenAgency() {
        return contract.startsWith(OF_AGENCY) ? contract.substring(OF_AGENCY.length()) : "";
    }

    boolean hasKnownTopic() {
        return topics().contains(topic);
    }

    static List<String> topics() {
        return Arrays.stream(ConcernTopic.values()).map(Enum::name).toList();
    }

    FileConcern toCommand() {
        return new FileConcern(
                ConcernId.valueOf(id),
                contractId().orElse(null),
                chosenAgency(),
                matter,
                ConcernMode.ANONYMOUS.name(),
                topic,
                withLine(withLine(text, "Contract, in the filer's words", named), "Agency", agency),
                clause,
                rights,
                outcome,
                Set.of());
    }

    /** Says nothing: what was typed must not get into a log line by accident. */
    @Override
    public String toString() {
        return "SpeakForm";
    }
}
