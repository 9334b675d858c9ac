package org.contractethics.record.beside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.verification.Finding;
import org.contractethics.shared.KeptTables.KeptTable;
import org.contractethics.shared.KeptTables.Row;
import org.junit.jupiter.api.Test;

class TableComparisonTests {

    @Test
    void rows_that_entries_tell_of_are_as_they_should_be_in_any_order() {
        assertThat(found(List.of(row("1", "b", "NO"), row("2", "a", "YES")), told(4, "a", "YES"), told(5, "b", "NO")))
                .isEmpty();
        assertThat(found(List.of())).isEmpty();
    }

    @Test
    void what_was_erased_agrees_with_every_value_but_with_one_row_only() {
        assertThat(found(List.of(row("1", "a", "YES")), told(4, "*", "YES"))).isEmpty();
        assertThat(found(List.of(row("1", "a", "YES"), row("2", "b", "YES")), told(4, "*", "YES"), told(5, "a", "YES")))
                .isEmpty();
        assertThat(found(List.of(row("1", "a", "YES"), row("2", "b", "YES")), told(4, "*", "YES")))
                .contains("The vote 2 stands in review.vote, but no entry tells of it: it was made or changed by SQL.");
    }

    @Test
    void a_row_that_no_entry_tells_of_is_found() {
        assertThat(found(List.of(row("1", "a", "YES"), row("2", "b", "YES")), told(4, "a", "YES")))
                .contains("The vote 2 stands in review.vote, but no entry tells of it: it was made or changed by SQL.");
    }

    @Test
    void a_row_that_says_otherwise_is_found_with_its_entry_and_the_fact() {
        assertThat(found(List.of(row("1", "a", "NO")), told(4, "a", "YES")))
                .contains("Entry 4: review.vote tells otherwise of the vote 1 (choice): it was changed by SQL.");
    }

    @Test
    void an_entry_whose_row_is_gone_is_found_unless_what_it_belongs_to_never_existed() {
        assertThat(found(List.of(), told(4, "a", "YES")))
                .contains("Entry 4: the vote that it tells of is missing in review.vote: it was removed by SQL.");
        assertThat(new TableComparison(table(List.of(), Set.of("another")), List.of(told(4, "a", "YES"))).first())
                .isEmpty();
    }

    @Test
    void texts_are_compared_in_the_form_in_which_the_record_keeps_them() {
        assertThat(found(List.of(row("1", "a", "cafe\u0301")), told(4, "a", "caf\u00e9")))
                .isEmpty();
    }

    private static Optional<String> found(List<Row> rows, Told... entries) {
        return new TableComparison(table(rows, Set.of("r")), List.of(entries))
                .first()
                .map(Finding::message);
    }

    private static KeptTable table(List<Row> rows, Set<String> owners) {
        return new KeptTable(
                "vote", "review.vote", List.of("vote-cast"), "reviewId", List.of("voter", "choice"), owners, rows);
    }

    private static Row row(String id, String... values) {
        return new Row(id, "r", List.of(values));
    }

    private static Told told(long index, String voter, String choice) {
        return new Told(
                index,
                "vote-cast",
                "c",
                RecordFixtures.NOW,
                new HashMap<>(Map.of("reviewId", "r", "voter", voter, "choice", choice)));
    }
}
