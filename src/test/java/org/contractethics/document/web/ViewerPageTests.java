package org.contractethics.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.internal.ShownClause;
import org.contractethics.document.web.ClauseView.Fragment;
import org.contractethics.document.web.ClauseView.Line;
import org.contractethics.document.web.HitFinder.Hit;
import org.contractethics.shared.DocumentVersionId;
import org.junit.jupiter.api.Test;

class ViewerPageTests {

    private static final DocumentVersionId VERSION = new DocumentVersionId(UUID.randomUUID());

    @Test
    void a_phrase_is_found_as_a_phrase() {
        List<ShownClause> clauses = clauses("The Facial\nMatching Service", "matching of invoices, facial or not");

        assertThat(HitFinder.find(clauses, "facial matching")).containsExactly(new Hit(1, 0, 4, 19));
    }

    @Test
    void words_that_stand_apart_are_found_one_by_one() {
        List<ShownClause> clauses = clauses("faces are matched here", "The détention of a face");

        assertThat(HitFinder.find(clauses, "face AND detentions"))
                .extracting(Hit::clause)
                .containsExactly(0, 1, 1);
    }

    @Test
    void a_quotation_stays_together() {
        List<ShownClause> clauses = clauses("human rights", "rights of a human");

        assertThat(HitFinder.find(clauses, "\"human rights\""))
                .extracting(Hit::clause)
                .containsExactly(0);
        assertThat(HitFinder.find(clauses, "“human rights”"))
                .as("as a word processor writes it")
                .extracting(Hit::clause)
                .containsExactly(0);
    }

    @Test
    void nothing_looked_for_is_nothing_found() {
        List<ShownClause> clauses = clauses("any words");

        assertThat(HitFinder.find(clauses, "")).isEmpty();
        assertThat(HitFinder.find(clauses, "\"\" *:?")).isEmpty();
    }

    @Test
    void hits_split_a_line_into_fragments_that_say_the_same() {
        List<ShownClause> clauses = clauses("The <b>Facial</b>\nMatching Service");

        ClauseView view = ViewerPage.of(clauses, "facial", null, null).clauses().get(0);

        assertThat(view.body().get(0).fragments())
                .containsExactly(
                        new Fragment("The <b>", 0, false),
                        new Fragment("Facial", 1, true),
                        new Fragment("</b>", 0, false));
        assertThat(view.body())
                .extracting(ViewerPageTests::words)
                .containsExactly("The <b>Facial</b>", "Matching Service");
    }

    @Test
    void a_hit_over_two_lines_has_one_anchor() {
        List<ShownClause> clauses = clauses("The Facial\nMatching Service");

        List<Line> lines = ViewerPage.of(clauses, "facial matching", null, null)
                .clauses()
                .get(0)
                .body();

        assertThat(lines.stream().flatMap(line -> line.fragments().stream()).filter(Fragment::first))
                .hasSize(1);
        assertThat(lines.get(1).fragments().get(0)).isEqualTo(new Fragment("Matching", 1, false));
    }

    @Test
    void the_hits_are_walked_in_a_circle() {
        List<ShownClause> clauses = clauses("one log", "two logs", "three logs");

        ViewerPage last = ViewerPage.of(clauses, "log", null, 3);

        assertThat(last.position()).isEqualTo("Hit 3 of 3");
        assertThat(last.previous()).isEqualTo(2);
        assertThat(last.next()).isEqualTo(1);
    }

    @Test
    void opened_at_a_clause_the_first_hit_from_there_is_the_current_one() {
        List<ShownClause> clauses = clauses("one log", "nothing", "three logs");

        assertThat(ViewerPage.of(clauses, "log", 1, null).current()).isEqualTo(2);
    }

    @Test
    void nonsense_in_the_address_leads_to_an_existing_place() {
        List<ShownClause> clauses = clauses("one log");

        assertThat(ViewerPage.of(clauses, "log", -5, 99).current()).isEqualTo(1);
        assertThat(ViewerPage.of(clauses, "", Integer.MAX_VALUE, Integer.MIN_VALUE)
                        .clauses())
                .hasSize(1);
        assertThat(ViewerPage.of(List.of(), "log", 3, 3).clauses()).isEmpty();
    }

    @Test
    void a_very_long_document_is_shown_in_windows() {
        List<ShownClause> clauses =
                clauses(IntStream.range(0, 2_600).mapToObj(i -> "clause " + i).toArray(String[]::new));

        ViewerPage page = ViewerPage.of(clauses, "", 1_234, null);

        assertThat(page.clauses())
                .hasSize(500)
                .first()
                .extracting(ClauseView::ordinal)
                .isEqualTo(1_000);
        assertThat(page.window()).isEqualTo("Clauses 1,001 to 1,500 of 2,600");
        assertThat(page.before()).isEqualTo(500);
        assertThat(page.after()).isEqualTo(1_500);
    }

    private static String words(Line line) {
        return String.join("", line.fragments().stream().map(Fragment::text).toList());
    }

    private static List<ShownClause> clauses(String... texts) {
        List<ShownClause> clauses = new ArrayList<>();
        for (String text : texts) {
            int ordinal = clauses.size();
            clauses.add(new ShownClause(new Clause(VERSION, ordinal, "body", "", "", text, null, 0, text.length()), 0));
        }
        return clauses;
    }
}
