package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.ReviewWorld.PRIYA;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;
import static org.contractethics.review.internal.ReviewWorld.TARIQ;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.StageForm.LegalResult;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was found of an agency once is not forgotten when its next contract comes. */
class EarlierRecordsIT {

    private final ReviewWorld world = new ReviewWorld();
    private final String agency = "Agency " + UUID.randomUUID();

    @Test
    void a_better_record_than_an_earlier_triage_found_needs_a_reason() {
        triage(answers("DOCUMENTED", null));
        ReviewId next = atTriage();

        assertThatThrownBy(() -> world.triage(next, answers("NONE", null), null, "", TARIQ))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.INVALID))
                .hasMessageContaining("An earlier triage found worse of this agency");
        assertThatThrownBy(() -> world.triage(next, answers("ALLEGATIONS", "  "), null, "", TARIQ))
                .isInstanceOf(Refused.class);
        assertThat(world.triage(next, answers("NONE", "The finding was about another agency."), null, "", TARIQ))
                .isEqualTo(Tier.T3);
    }

    @Test
    void what_was_found_is_taken_over_or_worse_without_a_word() {
        triage(answers("DOCUMENTED", null));

        triage(answers("DOCUMENTED", null));
        triage(answers("SYSTEMATIC", null));
        triage(answers(null, null));

        assertThat(world.triaging().recordBefore(contractOf(atTriage())))
                .map(ConfirmingTriage.EarlierRecord::code)
                .contains("SYSTEMATIC");
    }

    @Test
    void nothing_is_told_of_contracts_under_secrecy_terms() {
        ReviewId secret = triage(answers("SYSTEMATIC", null));
        world.register.classify(world.reviews.get(secret).contract());

        assertThat(world.triaging().recordBefore(contractOf(atTriage()))).isEmpty();
    }

    @Test
    void the_agency_is_the_same_however_its_name_is_written_and_whether_it_awards_or_pays() {
        triage(answers("DOCUMENTED", null));

        ReviewId other = atTriage(agency.toUpperCase(Locale.ROOT).replace(" ", " - ") + ".", null);
        ReviewId paid = atTriage("Procurement office " + UUID.randomUUID(), " " + agency.toLowerCase(Locale.ROOT));
        ReviewId another = atTriage(agency + " of another country", null);

        assertThat(found(other)).contains("DOCUMENTED");
        assertThat(found(paid)).contains("DOCUMENTED");
        assertThat(found(another)).isEmpty();
    }

    @Test
    void what_was_found_of_an_agency_that_pays_is_found_where_it_awards() {
        ReviewId paid = atTriage("Procurement office " + UUID.randomUUID(), agency);
        world.triage(paid, answers("SYSTEMATIC", null), null, "", TARIQ);

        assertThat(found(atTriage())).contains("SYSTEMATIC");
    }

    @Test
    void a_mark_is_no_reason() {
        triage(answers("DOCUMENTED", null));
        ReviewId next = atTriage();

        for (String mark : List.of("....", "-".repeat(40), "better ".repeat(8), "It is better now.")) {
            assertThatThrownBy(() -> world.triage(next, answers("NONE", mark), null, "", TARIQ))
                    .as(mark)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Say in words");
        }
    }

    private Optional<String> found(ReviewId review) {
        return world.triaging().recordBefore(contractOf(review)).map(ConfirmingTriage.EarlierRecord::code);
    }

    private ReviewId triage(TriageAnswers answers) {
        ReviewId review = atTriage();
        world.triage(review, answers, null, "", TARIQ);
        return review;
    }

    private ReviewId atTriage() {
        return atTriage(agency, null);
    }

    private ReviewId atTriage(String awarding, @Nullable String paying) {
        ContractId contract =
                world.register.add(awarding, AgencyType.BORDER, Set.of("ENFORCEMENT_DATA_FUSION"), SOFIA.username());
        if (paying != null) {
            world.register.paidBy(contract, paying);
        }
        ReviewId review = world.submit(contract, SOFIA);
        world.checkDocuments(review, PRIYA);
        world.legal(review, LegalResult.CLEAR, PRIYA);
        return review;
    }

    private Contract contractOf(ReviewId review) {
        return world.register.get(world.reviews.get(review).contract());
    }

    private static TriageAnswers answers(@Nullable String record, @Nullable String reason) {
        return new TriageAnswers("LOW", record, false, false, false, false, false, false, reason);
    }
}
