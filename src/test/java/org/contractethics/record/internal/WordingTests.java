package org.contractethics.record.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.contractethics.record.RecordEntry;
import org.junit.jupiter.api.Test;

class WordingTests {

    @Test
    void says_that_votes_were_opened_and_what_carried() {
        assertThat(said("votes-opened", Map.of("votes", 5, "valid", 5, "quorum", 5, "outcome", "CONDITIONAL")))
                .isEqualTo("5 votes opened; carried: approved with conditions");
    }

    @Test
    void says_that_the_quorum_was_not_met_only_where_it_was_not() {
        assertThat(said("votes-opened", Map.of("votes", 5, "valid", 4, "quorum", 5)))
                .isEqualTo("5 votes opened; the quorum was not met");
        assertThat(said("votes-opened", Map.of("votes", 6, "valid", 5, "quorum", 5)))
                .isEqualTo("6 votes opened");
    }

    @Test
    void still_reads_entries_that_hold_the_votes_themselves() {
        List<Map<String, String>> votes = List.of(Map.of("voter", "dana"), Map.of("voter", "leo"));

        assertThat(said("votes-opened", Map.of("votes", votes, "valid", 2, "quorum", 2)))
                .isEqualTo("2 votes opened");
    }

    @Test
    void tells_what_a_single_vote_was() {
        assertThat(said("vote-opened", Map.of("outcome", "REJECT"))).isEqualTo("A sealed vote was opened: reject");
        assertThat(said("vote-opened", Map.of("outcome", "CONDITIONAL")))
                .isEqualTo("A sealed vote was opened: approve with conditions");
    }

    @Test
    void tells_of_a_clock_that_stops_and_of_a_target_that_changes() {
        assertThat(said("question-asked", Map.of("stage", "RESEARCH")))
                .isEqualTo("A question to the account owner stopped the clock: Research");
        assertThat(said("target-changed", Map.of("step", "triage", "tier", "T3", "before", 3, "workingDays", 1)))
                .isEqualTo("Target of triage, tier T3: 3 to 1 working day");
    }

    @Test
    void tells_what_a_review_rests_on() {
        assertThat(said("source-added", Map.of("title", "Ruling", "grade", "A1", "independent", true)))
                .isEqualTo("A source was added: Ruling, grade A1, independent");
        assertThat(said("consultation-logged", Map.of("consulted", "PROXY")))
                .isEqualTo("A consultation was logged: a proxy");
    }

    @Test
    void tells_advice_from_its_edit_and_says_that_countersignatures_are_invalid() {
        assertThat(said("advice-given", Map.of("element", "END_USE", "position", "OBJECTION", "version", 1)))
                .isEqualTo("Advice was given: end use, objection");
        assertThat(said(
                        "advice-given",
                        Map.of(
                                "element",
                                "AGENCY",
                                "position",
                                "CONDITIONS",
                                "version",
                                2,
                                "invalidatedCountersignatures",
                                1)))
                .isEqualTo("Advice was edited: agency, conditions; countersignatures are invalid");
    }

    @Test
    void tells_what_a_vote_on_an_appeal_changes_to_and_on_whose_behalf_a_measure_was_reported() {
        assertThat(said("appeal-vote-cast", Map.of("choice", "CHANGE", "outcome", "CONDITIONAL")))
                .startsWith("Voted on the appeal: change to: ")
                .contains("conditions");
        assertThat(said("remedy-measure-reported", Map.of("onBehalfOf", "mona.keller")))
                .isEqualTo("A measure of the remedy was reported on, on behalf of its owner");
    }

    private static String said(String kind, Map<String, Object> facts) {
        return Wording.sentence(
                new RecordEntry(0, kind, null, "ruth.castillo", Instant.EPOCH, Instant.EPOCH, facts, "", ""));
    }
}
