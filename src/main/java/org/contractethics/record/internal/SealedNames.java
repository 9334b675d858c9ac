package org.contractethics.record.internal;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which facts are sealed. What names people is listed; of everything else a text stays open only where it is known to name nobody, or
 * where it has the form of a code, an id, a hash, a day or a time. What nobody thought of is sealed.
 */
final class SealedNames {

    /** In place of a sealed value. No account has such a name. */
    static final String STAR = "*";

    /** Facts that hold an account name, or a list of them. */
    private static final Set<String> PEOPLE = Set.of(
            "actor",
            "onBehalfOf",
            "holder",
            "owner",
            "previousOwner",
            "person",
            "in",
            "out",
            "delegate",
            "kept",
            "mentions",
            "voter",
            "decidedBy",
            "writtenBy",
            "requestedBy",
            "residualCountersignedBy");

    /** Facts about contracts and files of the application, which name no person. */
    private static final Set<String> OPEN = Set.of(
            "title",
            "agency",
            "agencies",
            "supplier",
            "reference",
            "references",
            "signingKeys",
            "mediaType",
            "host",
            "fields",
            "policyVersion",
            "toVersion",
            "fromVersion",
            "setting",
            "script",
            "schemaVersion",
            "migration");

    /** Facts that people write freely: sealed even where they wrote a single word. */
    private static final Set<String> TEXTS =
            Set.of("reason", "reasons", "account", "statement", "text", "fileName", "oldText", "newText");

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_:/+=-]{0,200}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z)?");

    private SealedNames() {}

    static boolean isPerson(String fact) {
        return PEOPLE.contains(fact);
    }

    static boolean isText(String fact, String value) {
        if (OPEN.contains(fact)) {
            return false;
        }
        return TEXTS.contains(fact)
                || !(CODE.matcher(value).matches() || TIME.matcher(value).matches());
    }
}
