package org.contractethics.finding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.contractethics.document.Documents.Clause;
import org.contractethics.finding.internal.detection.Detectors;
import org.contractethics.finding.internal.matching.QuerySet;
import org.contractethics.finding.internal.matching.QuerySetFiles;
import org.contractethics.shared.DocumentVersionId;
import org.junit.jupiter.api.Test;

/** Commercial terms in a contract that no detector was trained on: where they are found, and in which words. */
class DetectedTermsTests {

    private static final QuerySet SET = QuerySetFiles.packed();
    private static final Scanner SCANNER = new Scanner(SET, Detectors.packed(SET));

    private static final String NOTICES =
            "Notices shall be in writing and delivered by courier to the addresses set forth above.";

    private static final String LAW =
            "This Agreement shall be governed by and construed in accordance with the laws of the State of Delaware.";

    private static final String AUDIT =
            "The Customer shall keep complete and accurate books and records. The Provider may,"
                    + " upon reasonable notice and during business hours, inspect and audit such books and records.";

    private static final List<FoundPlace> PLACES = places(
            "Notices", NOTICES, "Miscellaneous", "The headings are for convenience only. " + LAW, "Records", AUDIT);

    @Test
    void a_term_is_found_in_the_sentence_that_speaks_of_it() {
        assertThat(PLACES)
                .filteredOn(place -> place.check().equals("T03"))
                .singleElement()
                .satisfies(place -> {
                    assertThat(place.words()).isEqualTo(LAW);
                    assertThat(place.clause().text().substring(place.inClause(), place.end()))
                            .isEqualTo(LAW);
                    assertThat(place.phrase()).contains("law");
                });
        assertThat(PLACES)
                .filteredOn(place -> place.check().equals("T01"))
                .singleElement()
                .satisfies(place -> assertThat(place.words()).contains("inspect and audit"));
    }

    @Test
    void a_clause_that_speaks_of_none_has_none() {
        assertThat(PLACES).extracting(place -> place.clause().text()).doesNotContain(NOTICES);
        assertThat(places("Notices", NOTICES)).isEmpty();
    }

    /** @param clauses heading and text in turns */
    private static List<FoundPlace> places(String... clauses) {
        List<Clause> all = new ArrayList<>();
        for (int i = 0; i < clauses.length; i += 2) {
            all.add(new Clause(
                    new DocumentVersionId(UUID.randomUUID()),
                    i / 2,
                    "body",
                    String.valueOf(i / 2 + 1),
                    clauses[i],
                    List.of(clauses[i]),
                    null,
                    clauses[i + 1],
                    null,
                    0,
                    clauses[i + 1].length()));
        }
        return SCANNER.scan(all).places();
    }
}
