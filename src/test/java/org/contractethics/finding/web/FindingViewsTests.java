package org.contractethics.finding.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.contractethics.finding.CheckKind;
import org.contractethics.finding.Findings.CheckInfo;
import org.contractethics.finding.Findings.Finding;
import org.contractethics.finding.Findings.Judgement;
import org.contractethics.finding.Findings.Verdict;
import org.contractethics.finding.web.FindingViews.Group;
import org.contractethics.finding.web.FindingViews.View;
import org.contractethics.shared.DocumentVersionId;
import org.junit.jupiter.api.Test;

class FindingViewsTests {

    private static final CheckInfo CHECK =
            new CheckInfo("K18", "Use", CheckKind.RED_FLAG, "Interception", "It reads along.", List.of(), false);

    @Test
    void a_red_flag_is_rejected_only_where_a_person_rejected_every_place() {
        assertThat(group(place(false, true), place(true, true)).state()).isEqualTo("Rejected");
    }

    @Test
    void what_its_own_sentence_denies_is_not_said_to_be_rejected() {
        assertThat(group(place(true, false)).state()).isEqualTo("Denied by its sentence");
    }

    @Test
    void places_of_which_some_are_rejected_and_the_others_denied_say_why_none_counts() {
        assertThat(group(place(false, true), place(true, false)).state())
                .isEqualTo("Rejected or denied by its sentence");
    }

    @Test
    void a_red_flag_with_a_place_that_counts_says_neither() {
        assertThat(group(place(true, false), place(false, false)).state()).isEmpty();
    }

    @Test
    void only_red_flags_with_a_place_that_counts_are_counted() {
        View view = new View(
                "c",
                1,
                List.of(group(place(true, false)), group(place(false, true)), group(place(false, false))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                false,
                java.util.Map.of());

        assertThat(view.raised()).isEqualTo(1);
    }

    private static Group group(Finding... places) {
        return new Group(
                CHECK,
                "",
                "",
                Stream.of(places)
                        .map(place -> new FindingRow(place, "", "words", "", "place", "/", List.of()))
                        .toList());
    }

    private static Finding place(boolean negated, boolean rejected) {
        List<Judgement> said = rejected
                ? List.of(new Judgement(1, Verdict.REJECTED, null, "No.", "dana.whitfield", Instant.EPOCH))
                : List.of();
        return new Finding(
                UUID.randomUUID(),
                CHECK,
                null,
                negated,
                new DocumentVersionId(UUID.randomUUID()),
                "agreement",
                1,
                0,
                "1",
                "body",
                null,
                0,
                5,
                0,
                "words",
                "words",
                false,
                said);
    }
}
