package org.contractethics.review.internal.returning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.returning.EarlierDeal.Sign;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.junit.jupiter.api.Test;

class SameDealTests {

    private static final List<EarlierDeal> DEALS = List.of(deal("C-000007", Tier.T3), deal("C-000009", Tier.T2));

    @Test
    void something_has_to_be_said_with_reasons() {
        assertThat(problems(SameDeal.NOTHING_SAID, Tier.T4))
                .extracting(FormProblem::field)
                .containsExactly("same-deal", "same-deal-reasons");
        assertThat(problems(new SameDeal("NONE", " "), Tier.T1))
                .extracting(FormProblem::field)
                .containsExactly("same-deal-reasons");
        assertThat(problems(new SameDeal("C-000008", "It looks so."), Tier.T4))
                .singleElement()
                .extracting(FormProblem::message)
                .asString()
                .contains("C-000007, C-000009, NONE or UNKNOWN");
        assertThat(problems(new SameDeal("NONE", "Another office."), Tier.T1)).isEmpty();
    }

    @Test
    void the_same_deal_is_in_no_lower_tier_than_before() {
        SameDeal same = new SameDeal("C-000007", "The same servers.");

        assertThat(problems(same, Tier.T2)).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("tier");
            assertThat(problem.message()).contains("raise the tier to T3");
        });
        assertThat(problems(same, Tier.T3)).isEmpty();
    }

    @Test
    void not_knowing_and_saying_nothing_leave_a_gap() {
        assertThat(new SameDeal("UNKNOWN", "No answer yet.").leavesGap(DEALS)).isTrue();
        assertThat(SameDeal.NOTHING_SAID.leavesGap(DEALS)).isTrue();
        assertThat(new SameDeal("NONE", "Another office.").leavesGap(DEALS)).isFalse();
        assertThat(SameDeal.NOTHING_SAID.leavesGap(List.of())).isFalse();
    }

    @Test
    void nothing_is_said_of_deals_that_are_none() {
        Problems problems = new Problems();
        new SameDeal("C-000007", "It was.").check(List.of(), Tier.T1, problems);

        assertThat(problems.list()).extracting(FormProblem::field).containsExactly("same-deal");
    }

    private static List<FormProblem> problems(SameDeal said, Tier given) {
        Problems problems = new Problems();
        said.check(DEALS, given, problems);
        return problems.list();
    }

    private static EarlierDeal deal(String reference, Tier tier) {
        return new EarlierDeal(
                new ContractId(UUID.randomUUID()), reference, tier, LocalDate.of(2026, 3, 2), Sign.AGENCY);
    }
}
