package org.contractethics.policy.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a check found, as sentences; of many cases of one kind the first is told and the others are counted. */
final class Found {

    private final List<String> sentences = new ArrayList<>();
    private final Map<String, List<String>> examples = new LinkedHashMap<>();

    void say(String sentence) {
        sentences.add(sentence);
    }

    /** @param what is wrong, without a full stop; the same words are told once */
    void example(String what, String where) {
        examples.computeIfAbsent(what, same -> new ArrayList<>()).add(where);
    }

    boolean nothing() {
        return sentences.isEmpty() && examples.isEmpty();
    }

    List<String> sentences() {
        List<String> all = new ArrayList<>(sentences);
        examples.forEach((what, where) -> all.add(what + ". First case: " + where.get(0)
                + (where.size() == 1 ? "." : "; and " + (where.size() - 1) + " more.")));
        return all;
    }
}
