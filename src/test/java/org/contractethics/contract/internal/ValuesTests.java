package org.contractethics.contract.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.contract.ContractFixtures.packedAgencies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.shared.AgencyList.Entry;
import org.junit.jupiter.api.Test;

/** Amounts, dates, countries, agencies and words as files and people write them. */
class ValuesTests {

    @Test
    void amounts_become_minor_units_exactly() throws BadValue {
        assertThat(Money.minor("169207287.3", "USD")).isEqualTo(16_920_728_730L);
        assertThat(Money.minor("-5409638.04", "USD")).isEqualTo(-540_963_804L);
        assertThat(Money.minor("1,234.50", "EUR")).isEqualTo(123_450L);
        assertThat(Money.minor(new BigDecimal("518432992.0"), "PYG")).isEqualTo(518_432_992L);
        assertThat(Money.shown(1_940_000_000L, "USD")).isEqualTo("USD 19,400,000.00");
        assertThat(Money.shown(518_432_992L, "PYG")).isEqualTo("PYG 518,432,992");
    }

    @Test
    void amounts_that_cannot_be_exact_are_refused() {
        assertThatThrownBy(() -> Money.minor("1.005", "USD")).hasMessageContaining("more decimals");
        assertThatThrownBy(() -> Money.minor("1.5", "JPY")).hasMessageContaining("more decimals");
        assertThatThrownBy(() -> Money.minor("1e9", "USD")).hasMessageContaining("is not an amount");
        assertThatThrownBy(() -> Money.minor(new BigDecimal("1E+999999999"), "USD"))
                .hasMessageContaining("larger");
        assertThatThrownBy(() -> Money.minor("99999999999999", "USD")).hasMessageContaining("larger");
        assertThatThrownBy(() -> Money.minor("1", "XXX")).hasMessageContaining("is not a currency");
    }

    @Test
    void day_comes_before_month_in_all_forms_of_the_award_archive() throws BadValue {
        LocalDate june = LocalDate.of(2018, 6, 5);

        assertThat(Dates.isoOrDayFirst("05/06/2018")).isEqualTo(june);
        assertThat(Dates.isoOrDayFirst("05/06/18 00:00")).isEqualTo(june);
        assertThat(Dates.isoOrDayFirst("2018-06-05")).isEqualTo(june);
        assertThat(Dates.isoOrDayFirst("29/02/97 00:00".replace("29", "28"))).isEqualTo(LocalDate.of(1997, 2, 28));
    }

    @Test
    void days_that_do_not_exist_are_refused() {
        assertThatThrownBy(() -> Dates.isoOrDayFirst("31/13/2017")).hasMessageContaining("no such day");
        assertThatThrownBy(() -> Dates.isoOrDayFirst("29/02/2017")).hasMessageContaining("no such day");
        assertThatThrownBy(() -> Dates.iso("5 June 2018")).hasMessageContaining("is not a date");
        assertThatThrownBy(() -> Dates.iso("0001-01-01")).hasMessageContaining("year");
    }

    @Test
    void countries_are_known_by_code_and_name() {
        assertThat(Countries.code(" United Kingdom")).contains("GB");
        assertThat(Countries.code("USA")).contains("US");
        assertThat(Countries.code("Paraguay")).contains("PY");
        assertThat(Countries.code("Atlantis")).isEmpty();
    }

    @Test
    void known_agencies_have_one_name_and_a_class_nobody_can_talk_down() {
        Agency ice = packedAgencies().agency("ICE", null, AgencyType.CULTURE, "ZZ");

        assertThat(ice.name()).isEqualTo("U.S. Immigration and Customs Enforcement");
        assertThat(ice.type()).isEqualTo(AgencyType.IMMIGRATION_ENFORCEMENT);
        assertThat(ice.country()).isEqualTo("US");
        assertThat(packedAgencies().agency("U.S. IMMIGRATION AND CUSTOMS ENFORCEMENT", "DHS", AgencyType.UNKNOWN, "US"))
                .isEqualTo(ice);
        assertThat(packedAgencies()
                        .agency("7014", null, AgencyType.UNKNOWN, "US")
                        .type())
                .isEqualTo(AgencyType.BORDER);
    }

    @Test
    void unlisted_agencies_stay_unknown() {
        assertThat(packedAgencies()
                        .agency("National Security Council", null, AgencyType.UNKNOWN, "ZZ")
                        .type())
                .isEqualTo(AgencyType.UNKNOWN);
        assertThat(packedAgencies()
                        .agency("Re-education Centre Administration", null, AgencyType.UNKNOWN, "ZZ")
                        .type())
                .isEqualTo(AgencyType.UNKNOWN);
        assertThat(packedAgencies()
                        .agency("Ministry of Odd Things", null, AgencyType.POLICE, "ZZ")
                        .type())
                .isEqualTo(AgencyType.POLICE);
    }

    @Test
    void a_class_of_a_later_policy_that_this_software_does_not_know_is_unknown() {
        AgencyDirectory later = new AgencyDirectory(name -> Optional.of(new Entry(null, null, "SPACE_FORCE", null)));

        assertThat(later.agency("Ministry of Odd Things", null, AgencyType.CULTURE, "ZZ")
                        .type())
                .isEqualTo(AgencyType.UNKNOWN);
    }

    @Test
    void words_lose_case_accents_and_punctuation() {
        assertThat(Words.of(Stream.of("Détention-Center, ÁREA 51")))
                .isEqualTo("detention center detentioncenter area 51");
        assertThat(Words.query("DÉTENT 51")).isEqualTo("'detent':* & '51'");
        assertThat(Words.query("HSCETC-15")).isEqualTo("('hscetc':* & '15' | 'hscetc15':*)");
        assertThat(Words.query("':*&|!")).isEmpty();
    }

    @Test
    void control_characters_are_seen_and_line_ends_are_not_held_against_anybody() {
        assertThat(Text.hasForbiddenCharacters("a\u0000b")).isTrue();
        assertThat(Text.hasForbiddenCharacters("a\r\nb\tc")).isFalse();
        assertThat(Text.line(" a\u0000\u0007  b\n")).isEqualTo("a b");
        assertThat(Text.cut("one two three four five", 12))
                .hasSizeLessThanOrEqualTo(12)
                .endsWith("…");
    }
}
