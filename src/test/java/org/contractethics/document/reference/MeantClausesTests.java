package org.contractethics.document.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.contractethics.document.Documents.Clause;
import org.contractethics.shared.DocumentVersionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeantClausesTests {

    private static final DocumentVersionId AGREEMENT = new DocumentVersionId(UUID.randomUUID());
    private static final DocumentVersionId ANNEX = new DocumentVersionId(UUID.randomUUID());

    private static final List<Clause> CLAUSES = List.of(
            clause(AGREEMENT, 0, "1", "Definitions", "“Log” means a list."),
            clause(AGREEMENT, 1, "7.2", "Audit", "The Agency may audit facial matching on thirty days' notice."),
            clause(AGREEMENT, 2, "7.2", "Audit", "A second piece of a long clause."),
            clause(AGREEMENT, 3, "7.2(a)", "", "Logs are kept for a year."),
            clause(AGREEMENT, 4, "ARTICLE IV", "Data", "No onward transfer takes place."),
            clause(ANNEX, 0, "7.2", "Onward transfer", "Data go to no other authority."),
            clause(ANNEX, 1, "Exhibit B", "Prices", "Forty dollars a seat."));

    @ParameterizedTest
    @CsvSource({
        "7.2(a), 7.2(a)",
        "Section 7.2 (a), 7.2(a)",
        "Klausel 1, 1",
        "§ 1., 1",
        "البند 1, 1",
        "1.9(b), none",
        "article iv, ARTICLE IV",
        "Article 4, ARTICLE IV",
        "exhibit b, Exhibit B",
        "7.2(z) onward transfer, 7.2",
        "PRICES, Exhibit B",
        "“forty dollars a  seat”, Exhibit B",
        "seat, none",
        "99, none",
        "nothing of this kind stands here, none"
    })
    void a_clause_is_meant_by_its_number_its_heading_or_words_of_it(String named, String number) {
        List<Clause> found = MeantClauses.in(CLAUSES, named);

        assertThat(found.stream().map(Clause::number).findFirst().orElse("none"))
                .isEqualTo(number);
    }

    @Test
    void a_number_in_several_documents_means_each_once_and_words_beside_it_choose() {
        assertThat(MeantClauses.in(CLAUSES, "7.2"))
                .extracting(Clause::version, Clause::ordinal)
                .containsExactly(tuple(AGREEMENT, 1), tuple(ANNEX, 0));
        assertThat(MeantClauses.in(CLAUSES, "clause 7.2, onward transfer"))
                .extracting(Clause::version)
                .containsExactly(ANNEX);
        assertThat(MeantClauses.in(CLAUSES, "7.2 which nobody explains")).hasSize(2);
    }

    @Test
    void words_that_are_struck_out_are_no_clause_and_a_word_of_many_clauses_means_a_handful() {
        List<Clause> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(clause(AGREEMENT, i, "", "Reports of the vendor", "x"));
        }
        Clause struck = new Clause(
                AGREEMENT,
                30,
                "tracked deletions",
                "8",
                "Deleted",
                List.of(),
                null,
                "Old words stood here.",
                null,
                0,
                5);

        assertThat(MeantClauses.in(many, "reports of the vendor")).hasSize(MeantClauses.MOST);
        assertThat(MeantClauses.in(List.of(struck), "8")).isEmpty();
        assertThat(MeantClauses.in(List.of(struck), "old words stood here")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "(", ".", "((((((", "1(", "%", "9999999999999999999999(a)(a)(a)(a)(a)(a)(a)"})
    void nothing_that_can_be_typed_breaks_it(String named) {
        assertThat(MeantClauses.in(CLAUSES, named)).isNotNull();
    }

    private static Clause clause(DocumentVersionId version, int ordinal, String number, String heading, String text) {
        return new Clause(version, ordinal, "body", number, heading, text, null, 0, text.length());
    }
}
