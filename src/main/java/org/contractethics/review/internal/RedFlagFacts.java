package org.contractethics.review.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Secrecy;
import org.springframework.core.io.ClassPathResource;

/** By which stated facts a red flag about use, data or secrecy is told; one that is not listed says nothing that triage weighs. */
final class RedFlagFacts {

    private static final String FILE = "finding/red-flag-facts.csv";
    private static final int COLUMNS = 5;

    private final Map<String, Row> rows;

    private RedFlagFacts(Map<String, Row> rows) {
        this.rows = Map.copyOf(rows);
    }

    /**
     * @param fact another fact of the form that tells it; empty where there is none
     * @param untold what is not known where nothing tells it
     */
    record Row(String check, Set<String> capabilities, Set<String> dataKinds, String fact, String untold) {

        boolean toldBy(Contract contract) {
            return !Collections.disjoint(capabilities, contract.capabilities())
                    || !Collections.disjoint(dataKinds, contract.dataKinds())
                    || (fact.equals("SECRECY") && contract.secrecy() != Secrecy.NONE)
                    || (fact.equals("RESELLERS") && !contract.resellers().isEmpty());
        }
    }

    static RedFlagFacts packed() {
        try {
            String file = new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
            return new RedFlagFacts(file.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(RedFlagFacts::row)
                    .collect(Collectors.toMap(Row::check, Function.identity())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        List<String> cells = List.of(line.split(",", -1));
        if (cells.size() != COLUMNS) {
            throw new IllegalStateException(FILE + " has 5 columns: " + line);
        }
        return new Row(cells.get(0), codes(cells.get(1)), codes(cells.get(2)), cells.get(3), cells.get(4));
    }

    private static Set<String> codes(String cell) {
        return cell.isEmpty() ? Set.of() : Set.of(cell.split(";", -1));
    }

    Map<String, Row> rows() {
        return rows;
    }
}
