package org.contractethics.concern.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.contractethics.concern.internal.ConcernTopic;
import org.contractethics.concern.internal.letter.OpenLetter;
import org.contractethics.concern.internal.letter.SigningMode;
import org.contractethics.concern.internal.letter.Wording;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;

/** A letter as typed so far. */
public record LetterForm(
        String id,
        String contracts,
        String topic,
        String title,
        String text,
        String demands,
        String signing,
        String revealAt) {

    private static final Pattern ANY_UUID = Pattern.compile(FormFields.UUID_SHAPE);

    @SuppressWarnings("NullAway") // a field that is missing from the request arrives as null
    public LetterForm {
        id = FormFields.randomId(id);
        contracts = FormFields.orEmpty(contracts);
        topic = FormFields.orEmpty(topic);
        title = FormFields.orEmpty(title);
        text = FormFields.orEmpty(text);
        demands = FormFields.orEmpty(demands);
        signing = FormFields.orEmpty(signing);
        revealAt = FormFields.orEmpty(revealAt);
    }

    static LetterForm empty(Optional<ContractId> contract) {
        return new LetterForm("", contract.map(id -> "/contracts/" + id).orElse(""), "", "", "", "", "", "");
    }

    LetterForm underAnotherId() {
        return new LetterForm("", contracts, topic, title, text, demands, signing, revealAt);
    }

    /** Whether every line of the contracts holds an address of one. */
    boolean namesContracts() {
        return contracts.lines().filter(line -> !line.isBlank()).allMatch(line -> ANY_UUID.matcher(line)
                .find());
    }

    OpenLetter toCommand() {
        return new OpenLetter(
                ConcernId.valueOf(id), contractIds(), topic, title, new Wording(text, demands), signing, revealAt);
    }

    private Set<ContractId> contractIds() {
        return ANY_UUID.matcher(contracts)
                .results()
                .map(found -> ContractId.valueOf(found.group()))
                .collect(Collectors.toUnmodifiableSet());
    }

    static Map<String, String> topics() {
        var topics = new LinkedHashMap<String, String>();
        Arrays.stream(ConcernTopic.values()).forEach(topic -> topics.put(topic.name(), topic.label()));
        return topics;
    }

    static Map<String, String> modes() {
        var modes = new LinkedHashMap<String, String>();
        Arrays.stream(SigningMode.values())
                .forEach(mode -> modes.put(mode.name(), mode.label() + ". " + mode.meaning()));
        return modes;
    }
}
