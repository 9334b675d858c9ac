package org.contractethics.policy.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.policy.PolicyLists.StatedFacts;
import org.contractethics.policy.PolicyLists.UntoldFlag;

/** By which stated facts a red flag of the documents is told, in one version; one that is not listed says nothing that triage weighs. */
public final class RedFlagFacts {

    static final List<String> COLUMNS = List.of("check", "capabilities", "data_kinds", "fact", "untold");
    static final Set<String> FACTS = Set.of("", "SECRECY", "RESELLERS");

    private final Map<String, Row> rows;

    private RedFlagFacts(Map<String, Row> rows) {
        this.rows = Collections.unmodifiableMap(rows);
    }

    /**
     * @param check id of the red flag
     * @param fact another fact of the form that tells it, one of {@link #FACTS}; empty where there is none
     * @param untold what is not known where nothing tells it
     */
    public record Row(String check, Set<String> capabilities, Set<String> dataKinds, String fact, String untold) {

        static Row of(Map<String, String> cells) {
            return new Row(
                    cells.getOrDefault("check", ""),
                    codes(cells.getOrDefault("capabilities", "")),
                    codes(cells.getOrDefault("data_kinds", "")),
                    cells.getOrDefault("fact", ""),
                    cells.getOrDefault("untold", ""));
        }

        private static Set<String> codes(String cell) {
            return Arrays.stream(cell.split(";"))
                    .map(String::strip)
                    .filter(code -> !code.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        }

        private boolean toldBy(StatedFacts facts) {
            return !Collections.disjoint(capabilities, facts.capabilities())
                    || !Collections.disjoint(dataKinds, facts.dataKinds())
                    || (fact.equals("SECRECY") && facts.secrecy())
                    || (fact.equals("RESELLERS") && facts.resellers());
        }
    }

    static RedFlagFacts of(List<Map<String, String>> catalogue) {
        return new RedFlagFacts(catalogue.stream()
                .map(Row::of)
                .collect(Collectors.toMap(Row::check, Function.identity(), (a, b) -> a, LinkedHashMap::new)));
    }

    List<UntoldFlag> untold(Collection<String> redFlags, StatedFacts facts) {
        return redFlags.stream()
                .flatMap(check -> Stream.ofNullable(rows.get(check)))
                .filter(row -> !row.toldBy(facts))
                .map(row -> new UntoldFlag(row.check(), row.untold()))
                .toList();
    }

    /** In the order of the list. */
    public List<Row> rows() {
        return List.copyOf(rows.values());
    }
}
