package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.contractethics.paper.Paper;
import org.contractethics.paper.Paper.Cell;
import org.contractethics.paper.Paper.Table;
import org.junit.jupiter.api.Test;

/** Changes of the rules, as reports tell them. */
class RuleChangesTests {

    private static final Period Q4 = Period.quarterOf(LocalDate.of(2026, 11, 24));

    private final Story story = new Story();

    @Test
    void a_version_is_told_with_its_parts_and_the_reason_of_its_proposal() {
        story.at("2026-09-20T12:00:00Z");
        story.happened("policy-proposed", null, Map.of("policyVersion", 2, "reason", "Borders were rated too low."));
        story.happened("policy-proposed", null, Map.of("policyVersion", 3, "reason", "Never decided on."));
        story.at("2026-10-01T12:00:00Z");
        story.happened(
                "policy-in-force",
                null,
                Map.of("policyVersion", 2, "changed", List.of("agency-risk", "safeguards-catalogue", "text")));

        assertThat(rows(Q4))
                .containsExactly(List.of(
                        "Version 2",
                        "1 Oct 2026",
                        "Table: Agency risk; Catalogue of safeguards; Text of the policy",
                        "Borders were rated too low."));
        assertThat(rows(Q4.before())).isEmpty();
    }

    @Test
    void what_an_earlier_entry_does_not_tell_is_said_and_the_first_version_has_its_reason_with_it() {
        story.at("2026-10-01T12:00:00Z");
        story.happened("policy-in-force", null, Map.of("policyVersion", 1, "reason", "Came with the software."));
        story.happened("policy-in-force", null, Map.of("policyVersion", 2));

        assertThat(rows(Q4))
                .extracting(row -> row.subList(2, 4))
                .containsExactly(
                        List.of("The first version", "Came with the software."),
                        List.of(
                                "Not recorded with this version; its page shows the differences",
                                "Not told in the record"));
    }

    @Test
    void a_long_reason_is_cut_and_comments_and_approvals_are_not_told() {
        story.at("2026-10-01T12:00:00Z");
        story.happened("policy-proposed", null, Map.of("policyVersion", 2, "reason", "x".repeat(600)));
        story.happened("policy-approved", null, Map.of("policyVersion", 2, "reason", "Said among the board."));
        story.happened("policy-in-force", null, Map.of("policyVersion", 2));

        assertThat(rows(Q4).get(0).get(3))
                .hasSizeLessThan(560)
                .startsWith("xxx")
                .endsWith("page of the version)");
        assertThat(paper(Q4).blocks().toString()).doesNotContain("Said among the board");
    }

    private List<List<String>> rows(Period period) {
        return paper(period).blocks().stream()
                .filter(Table.class::isInstance)
                .flatMap(block -> ((Table) block).rows().stream())
                .map(row -> row.stream().map(Cell::text).toList())
                .toList();
    }

    private Paper paper(Period period) {
        Paper.Builder paper = Paper.titled("Report");
        new RuleChanges(new StoryReader(story.entries)).add(paper, period, story.entries.size());
        return paper.build();
    }
}
