package org.contractethics.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClauseNodeTests {

    @Test
    void headings_hold_the_clauses_below_them_also_where_one_clause_holds_both() {
        List<ClauseNode> tree = ClauseNode.tree(List.of(
                clause(0, "Main text", 0, "ARTICLE I DATA", "1.1 Region"),
                clause(1, "", 2, "ARTICLE I DATA", "1.2 Audit"),
                clause(2, "", 1, "ARTICLE I DATA", "1.2 Audit"),
                clause(3, "", 0, "ARTICLE II TERM")));

        assertThat(tree).extracting(ClauseNode::label).containsExactly("ARTICLE I DATA", "ARTICLE II TERM");
        assertThat(tree.get(0).children()).extracting(ClauseNode::label).containsExactly("1.1 Region", "1.2 Audit");
        assertThat(tree.get(0).children().get(1).hits()).isEqualTo(3);
        assertThat(tree.get(0).newPart()).isEqualTo("Main text");
    }

    @Test
    void clauses_without_headings_are_listed_one_by_one() {
        List<ClauseNode> tree = ClauseNode.tree(List.of(clause(0, "Main text", 0), clause(1, "", 0)));

        assertThat(tree).extracting(ClauseNode::clause).containsExactly(0, 1);
    }

    @Test
    void another_part_begins_at_the_top_again() {
        List<ClauseNode> tree =
                ClauseNode.tree(List.of(clause(0, "Main text", 0, "1 Data"), clause(1, "Footnotes", 0, "1 Data")));

        assertThat(tree).hasSize(2);
    }

    @Test
    void a_long_tree_is_closed_but_where_a_hit_is() {
        List<ClauseNode> tree = ClauseNode.tree(List.of(
                clause(0, "Main text", 0, "1 Data"),
                clause(1, "", 1, "1 Data", "1.1 Logs"),
                clause(2, "", 0, "2 Term")));

        assertThat(tree.get(0).open(500)).isTrue();
        assertThat(tree.get(1).open(500)).isFalse();
        assertThat(tree.get(1).open(20)).isTrue();
    }

    private static ClauseView clause(int ordinal, String newPart, int hits, String... path) {
        return new ClauseView(
                ordinal,
                "clause " + ordinal,
                newPart,
                false,
                "",
                1,
                null,
                List.of(),
                List.of(),
                hits,
                List.of(path),
                false);
    }
}
