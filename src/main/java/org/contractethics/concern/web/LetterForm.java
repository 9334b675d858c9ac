package org.contractethics.concern.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.contractethics.concern.internal.ConcernTopic;
import org.contractethics.concern.internal.letter.OpenLetter;
import org.contractethics.concern.internal.letter.SigningMode;
import org.contractethics.concern.internal.letter.Wording;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

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

    private static final String UUID_4 = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    private static final Pattern ANY_UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @SuppressWarnings("NullAway") // a field that is missing from the request arrives as null
    public LetterForm {
        id = id != null && id.matches(UUID_4) ? id : UUID.randomUUID().toString();
        contracts = orEmpty(contracts);
        topic = orEmpty(topic);
        title = orEmpty(title);
        text = orEmpty(text);
        demands = orEmpty(demands);
        signing = orEmpty(signing);
        revealAt = orEmpty(revealAt);
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

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
