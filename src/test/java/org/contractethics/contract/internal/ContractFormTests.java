package org.contractethics.contract.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.contract.ContractFixtures.aForm;
import static org.contractethics.contract.ContractFixtures.packedAgencies;

import java.util.List;
import org.contractethics.contract.Contract.ContractValue;
import org.contractethics.shared.FormProblem;
import org.junit.jupiter.api.Test;

class ContractFormTests {

    @Test
    void a_complete_form_gives_a_draft_and_the_draft_gives_the_form_again() {
        ContractForm.Reading reading =
                aForm("Data processing", "X1").read(null, Catalogue.packedCapabilities(), packedAgencies());

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.draft().value()).isEqualTo(new ContractValue(1_940_000_000L, 2_500_000_000L, "USD"));
        assertThat(reading.draft().resellers()).containsExactly("First Reseller", "Second Reseller");
        assertThat(reading.draft().countries()).containsExactly("MX", "US");
        assertThat(ContractForm.of(reading.draft(), packedAgencies())
                        .read(null, Catalogue.packedCapabilities(), packedAgencies())
                        .draft())
                .isEqualTo(reading.draft());
    }

    @Test
    void everything_wrong_is_told_at_its_field() {
        ContractForm form = new ContractForm(
                " ",
                "",
                "",
                "",
                "KINGDOM",
                "QQ",
                "",
                "",
                "",
                "",
                "",
                List.of("MIND_READING"),
                List.of("GOSSIP"),
                "Atlantis",
                "-5",
                "12,5",
                "DUCAT",
                "31.12.2018",
                "2018-02-30",
                "HUSH",
                "",
                "F-1",
                "");

        List<FormProblem> problems = form.read(null, Catalogue.packedCapabilities(), packedAgencies())
                .problems();

        assertThat(problems)
                .extracting(FormProblem::field)
                .contains(
                        "title",
                        "agencyName",
                        "agencyType",
                        "agencyCountry",
                        "supplier",
                        "capabilities",
                        "dataKinds",
                        "countries",
                        "currency",
                        "start",
                        "end",
                        "secrecy",
                        "piid");
    }

    @Test
    void negative_too_large_and_too_exact_amounts_are_refused() {
        assertThat(amount("-1").problems())
                .extracting(FormProblem::message)
                .anyMatch(m -> m.contains("cannot be negative"));
        assertThat(amount("99999999999999999").problems())
                .extracting(FormProblem::field)
                .containsExactly("obligated");
        assertThat(amount("1.001").problems()).extracting(FormProblem::message).anyMatch(m -> m.contains("decimals"));
        assertThat(amount("=1+1").problems()).extracting(FormProblem::field).containsExactly("obligated");
    }

    @Test
    void a_net_deobligation_of_an_award_record_may_stay_as_it_is() {
        assertThat(amount("-1").draft().value().obligatedMinor()).isEqualTo(-100L);
        assertThat(form("-1")
                        .read(new ContractValue(-100L, null, "USD"), Catalogue.packedCapabilities(), packedAgencies())
                        .problems())
                .isEmpty();
    }

    @Test
    void overlong_and_control_characters_are_refused() {
        ContractForm longTitle = aForm("x".repeat(301), "X1");
        ContractForm nul = aForm("a\u0000b", "X1");

        assertThat(longTitle
                        .read(null, Catalogue.packedCapabilities(), packedAgencies())
                        .problems())
                .extracting(FormProblem::field)
                .containsExactly("title");
        assertThat(nul.read(null, Catalogue.packedCapabilities(), packedAgencies())
                        .problems())
                .extracting(FormProblem::message)
                .anyMatch(m -> m.contains("control characters"));
    }

    @Test
    void the_last_day_may_not_lie_before_the_first() {
        ContractDraft draft = aForm("Data processing", "X1")
                .read(null, Catalogue.packedCapabilities(), packedAgencies())
                .draft();
        ContractForm form = ContractForm.of(draft, packedAgencies());
        ContractForm turned = new ContractForm(
                form.title(),
                form.description(),
                form.agencyName(),
                "",
                "",
                "US",
                "",
                form.supplier(),
                "",
                "",
                "",
                List.of(),
                List.of(),
                "",
                "",
                "",
                "USD",
                "2019-01-02",
                "2019-01-01",
                "NONE",
                "",
                "",
                "");

        assertThat(turned.read(null, Catalogue.packedCapabilities(), packedAgencies())
                        .problems())
                .extracting(FormProblem::field)
                .containsExactly("end");
    }

    private static ContractForm.Reading amount(String amount) {
        return form(amount).read(null, Catalogue.packedCapabilities(), packedAgencies());
    }

    private static ContractForm form(String amount) {
        return new ContractForm(
                "Title", "", "ICE", "", "", "US", "", "Company", "", "", "", List.of(), List.of(), "", amount, "",
                "USD", "", "", "NONE", "", "", "");
    }
}
