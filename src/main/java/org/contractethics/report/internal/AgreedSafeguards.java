package org.contractethics.report.internal;

import java.util.List;
import java.util.Map;

/**
 * Which safeguards a contract has, as stated at the end of the mitigation.
 *
 * @param list maps with {@code code}, {@code name} and {@code state}
 */
record AgreedSafeguards(Mark mark, List<?> list) {

    /** One safeguard; facts that are missing leave it out. */
    record Stated(String code, String name, String state) {

        String label() {
            return name.isBlank() ? Words.of(code) : name;
        }
    }

    List<Stated> stated() {
        return list.stream()
                .filter(Map.class::isInstance)
                .map(fact -> (Map<?, ?>) fact)
                .filter(fact -> fact.get("code") != null && fact.get("state") != null)
                .map(fact -> new Stated(
                        String.valueOf(fact.get("code")),
                        fact.get("name") == null ? "" : String.valueOf(fact.get("name")),
                        String.valueOf(fact.get("state"))))
                .toList();
    }
}
