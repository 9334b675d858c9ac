package org.contractethics.shared;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The hard rules of the review by the code under which sentences on screen name them, for example "(H1)". */
public enum HardRule {
    H1("Separation of duties"),
    H2("Recusal"),
    H3("Quorum and mandatory roles"),
    H4("Sealed individual votes"),
    H5("Dissent"),
    H6("No override"),
    H7("No signature without decision"),
    H8("Change kills approval"),
    H9("Silence is never consent"),
    H10("Conditions are tasks"),
    H11("Append-only record"),
    H12("Identity vault"),
    H13("The one complained about never handles it"),
    H14("Retaliation watch"),
    H15("Secret contracts"),
    H16("Unknown is never low"),
    H17("Interim measures expire"),
    H18("Register by default"),
    H19("Reviewer load and independence");

    private static final Pattern NAMED = Pattern.compile("\\((H[0-9]{1,2})\\)");

    private final String title;

    HardRule(String title) {
        this.title = title;
    }

    /** Its name in a few words. */
    public String title() {
        return title;
    }

    /** The rules that these sentences name in brackets, in the order in which they are named. */
    static List<HardRule> namedIn(Collection<String> sentences) {
        return sentences.stream()
                .flatMap(sentence -> NAMED.matcher(sentence).results())
                .flatMap(named -> find(named.group(1)).stream())
                .distinct()
                .toList();
    }

    private static Optional<HardRule> find(String code) {
        return Arrays.stream(values()).filter(rule -> rule.name().equals(code)).findFirst();
    }
}
