package org.contractethics.contract.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactDataTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LAPTOPS. ACOR: JANE DOEFIELD, JANE.R.DOEFIELD@ICE.EXAMPLE.GOV, 202-555-0164.|JANE|DOEFIELD|202",
                "ALT. COTR: JOAN A SMITHSON-JOAN.A. SMITHSON@ICE.EXAMPLE.GOV PHONE; (202) 555 0112|JOAN|SMITHSON|0112",
                "CHANGE COR FROM AARON TESTMAN TO JON SAMPLETON.|AARON|TESTMAN|SAMPLETON",
                "COR FOR THE FIELD OFFICE IS TODD EXAMPLER, 703-555-6225|TODD|EXAMPLER|6225",
                "OBLIGATION POC'S: KIM TESTER&MARGE SAMPLE|KIM|TESTER|MARGE",
                "questions to jane.doe@example.org or +44 20 7946 0958|jane|doe|7946"
            })
    void takes_out_names_addresses_and_numbers_of_contacts(String text, String one, String two, String three) {
        assertThat(ContactData.removeFrom(text)).doesNotContain(one, two, three).contains(ContactData.REMOVED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DETENTION SERVICES AT BROWARD TRANSITIONAL CENTER",
                "AAP# 2014020706 HP BPA HSCETE-11-A-00002",
                "COR CHANGE AND CONTRACT CLOSEOUT",
                "POP 9/30/2013 - 9/29/2014, CORRECTIONS TO SYSTEM"
            })
    void leaves_other_text_alone(String text) {
        assertThat(ContactData.removeFrom(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("textsThatMeanHarm")
    @Timeout(10)
    void reads_a_text_that_means_harm_in_time(String text) {
        assertThat(ContactData.removeFrom(text)).doesNotContain("b.example").hasSizeLessThan(text.length());
    }

    static Stream<String> textsThatMeanHarm() {
        return Stream.of(
                "x".repeat(500_000) + " @b.example",
                "A".repeat(500_000) + " a@b.example",
                "a@b.example " + "A".repeat(500_000),
                "COR" + " ,".repeat(250_000) + " a@b.example",
                "a@b.example, ".repeat(40_000),
                "a@b" + ".b.example".repeat(50_000));
    }

    @Test
    void tells_persons_from_organisations() {
        assertThat(Suppliers.isPerson("ANA MARIA LOPEZ GOMEZ", "", "")).isTrue();
        assertThat(Suppliers.isPerson("JUAN PEREZ", "Registro Único de Contribuyente", "754010-8"))
                .isTrue();
        assertThat(Suppliers.isPerson("DATA LAB SA", "Registro Único de Contribuyente", "80030218-4"))
                .isFalse();
        assertThat(Suppliers.isPerson("RIEDER Y CIA. SACI", "", "")).isFalse();
        assertThat(Suppliers.isPerson("AnyCorp Cycle Provision", "GB-COH", "11111111"))
                .isFalse();
        assertThat(Suppliers.isFederalPerson("DOE, JOHN A")).isTrue();
        assertThat(Suppliers.isFederalPerson("LEIDOS, INC.")).isFalse();
        assertThat(Suppliers.isFederalPerson("GEO GROUP, THE")).isFalse();
    }
}
