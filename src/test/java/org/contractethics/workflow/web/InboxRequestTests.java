package org.contractethics.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.contractethics.workflow.internal.InboxFilter;
import org.contractethics.workflow.internal.InboxFilter.Due;
import org.contractethics.workflow.internal.InboxQuery.Sort;
import org.contractethics.workflow.internal.InboxQuery.View;
import org.junit.jupiter.api.Test;

class InboxRequestTests {

    @Test
    void reads_its_own_address_back() {
        InboxFilter filter = new InboxFilter(
                "data & \"AI\" +1", "T3", Role.HR_REVIEWER, "legal-stop", "Ministère de l’Intérieur", Due.WEEK);
        InboxRequest asked = new InboxRequest(View.OVERDUE, filter, Sort.NEWEST, 1);

        assertThat(InboxRequest.of(asked.address())).isEqualTo(asked);
        assertThat(InboxRequest.of("/inbox/mine"))
                .isEqualTo(new InboxRequest(View.MINE, InboxFilter.NONE, Sort.DUE, 1));
    }

    @Test
    void takes_what_it_does_not_understand_as_not_asked() {
        InboxRequest asked = InboxRequest.of(
                View.ALL,
                Map.of(
                        "tier",
                        "T9",
                        "role",
                        "KING",
                        "step",
                        "coffee",
                        "due",
                        "soon",
                        "sort",
                        "sideways",
                        "page",
                        "-1"));

        assertThat(asked).isEqualTo(new InboxRequest(View.ALL, InboxFilter.NONE, Sort.DUE, 1));
        assertThat(asked.filtered()).isFalse();
    }

    @Test
    void drops_what_nobody_types_and_cuts_no_character_in_half() {
        Map<String, String> typed = Map.of("q", "border\0\u0007case\ud800", "agency", "\ud83d\ude00".repeat(500));

        InboxFilter filter = InboxRequest.of(View.ALL, typed).filter();

        assertThat(filter.text()).isEqualTo("border case");
        assertThat(filter.agency()).isEqualTo("\ud83d\ude00".repeat(200));
    }

    @Test
    void refuses_an_address_of_no_view() {
        assertThatThrownBy(() -> InboxRequest.of("/inbox/everything")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> InboxRequest.of("/x")).isInstanceOf(Refused.class);
    }

    @Test
    void each_filter_in_force_can_be_taken_away() {
        InboxRequest asked = InboxRequest.of(View.MINE, Map.of("tier", "T3", "due", "overdue"));

        assertThat(asked.active())
                .extracting(InboxRequest.Active::label, InboxRequest.Active::without)
                .containsExactly(
                        tuple("Tier T3", "/inbox/mine?due=OVERDUE"), tuple("Due: Overdue", "/inbox/mine?tier=T3"));
    }
}
