package org.contractethics.review.internal.precedent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.contractethics.contract.AgencyType;
import org.contractethics.policy.Policy;
import org.contractethics.policy.internal.EvaluatedPolicy;
import org.contractethics.review.internal.precedent.Likeness.Traits;
import org.junit.jupiter.api.Test;

class LikenessTests {

    private static final Policy POLICY = EvaluatedPolicy.packed();
    private static final Traits NOW = new Traits(
            "Border agency", AgencyType.BORDER, Set.of("CLOUD_HOSTING", "LOCATION_TRACKING"), Set.of("R05", "R17"));

    @Test
    void says_why_two_cases_are_similar() {
        Likeness likeness = Likeness.between(
                NOW,
                new Traits("BORDER AGENCY", AgencyType.BORDER, Set.of("LOCATION_TRACKING"), Set.of("R05", "R22")),
                POLICY);

        assertThat(likeness.why()).hasSize(3);
        assertThat(likeness.why().get(0)).isEqualTo("Same agency: BORDER AGENCY");
        assertThat(likeness.why().get(1)).startsWith("Same capability: ");
        assertThat(likeness.why().get(2)).startsWith("Same right: R05 ").doesNotContain("R17", "R22");
    }

    @Test
    void the_agency_weighs_more_than_its_kind_and_a_capability_more_than_a_right() {
        int agency = weight(new Traits("Border agency", AgencyType.BORDER, Set.of(), Set.of()));
        int kind = weight(new Traits("Coast guard", AgencyType.BORDER, Set.of(), Set.of()));
        int capability = weight(new Traits("Library", AgencyType.CULTURE, Set.of("CLOUD_HOSTING"), Set.of()));
        int right = weight(new Traits("Library", AgencyType.CULTURE, Set.of(), Set.of("R05")));

        assertThat(agency).isGreaterThan(kind);
        assertThat(capability).isGreaterThan(right);
        assertThat(right).isPositive();
    }

    @Test
    void what_shares_nothing_is_no_precedent() {
        Likeness likeness = Likeness.between(
                NOW, new Traits("Library", AgencyType.CULTURE, Set.of("PUBLIC_WEBSITE"), Set.of("R38")), POLICY);

        assertThat(likeness.why()).isEmpty();
        assertThat(likeness.weight()).isZero();
    }

    private static int weight(Traits past) {
        return Likeness.between(NOW, past, POLICY).weight();
    }
}
