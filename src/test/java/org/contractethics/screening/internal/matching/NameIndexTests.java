package org.contractethics.screening.internal.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.contractethics.screening.internal.lists.EntryKind;
import org.contractethics.screening.internal.lists.ListEntry;
import org.contractethics.screening.internal.lists.ListedName;
import org.contractethics.screening.internal.lists.NameStrength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names a reviewer is shown, and which not. All names are made up or known to everybody. */
class NameIndexTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ivan Petrovsky | PETROVSKY, Ivan",
                "IvanPetrovsky | Ivan Petrovsky",
                "Iwan Petrowskij | Ivan Petrovsky",
                "Иван Петровский | Ivan Petrovsky",
                "Muhammad Abd al-Aziz Nooristani | Mohammed Abdul Aziz Nuristani",
                "محمد حسين الدليمي | MUHAMMAD HUSSEIN AL-DULAIMI",
                "Ivan Sergeyevich Petrovsky | Ivan Petrovsky",
                "I. Petrovsky | Ivan Petrovsky"
            })
    void finds_a_person_however_the_name_is_written(String asked, String listed) {
        assertThat(index(entry("1", EntryKind.PERSON, listed)).match(subject(asked, EntryKind.PERSON), 5))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Boris Petrovsky | Ivan Petrovsky",
                "Ivan Petrovsky | Ivan Lukashov",
                "محمد علي الجبوري | MUHAMMAD HUSSEIN AL-DULAIMI",
                "Petrovsky | Ivan Petrovsky",
                "William G. Frost | William W. Frost",
                "Faizan | FAIZ"
            })
    void does_not_take_another_person_for_the_listed_one(String asked, String listed) {
        assertThat(index(entry("1", EntryKind.PERSON, listed)).match(subject(asked, EntryKind.PERSON), 5))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OAO Severmash | Severmash JSC",
                "Alpha Tech Limited | ALPHA TECHNOLOGY LTD.",
                "1st Harbour Bank | First Harbour Bank",
                "A.L.P. Aviation | ALP Aviation",
                "Severmash | Zavod Ost (a.k.a. SEVERMASH)"
            })
    void finds_a_body_under_another_legal_form_or_spelling(String asked, String listed) {
        assertThat(index(entry("1", EntryKind.BODY, listed)).match(subject(asked, EntryKind.BODY), 5))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Government of Estonia | Government of Ethiopia",
                "Severmash Bank AG | Severmash Bank GmbH",
                "Sparrow Trading Corporation | Sporran Trading Corporation",
                "Harbour Management Company | Management Company",
                "Severmash Systems Limited | Severmash Ltd"
            })
    void does_not_take_words_of_trade_or_places_for_a_name(String asked, String listed) {
        assertThat(index(entry("1", EntryKind.BODY, listed)).match(subject(asked, EntryKind.BODY), 5))
                .isEmpty();
    }

    @Test
    void the_name_of_an_agency_that_many_countries_have_is_held_back_where_the_country_differs() {
        NameIndex index = index(
                entry("1", EntryKind.BODY, List.of("er"), List.of(), "State Office (a.k.a. National Security Agency)"));

        assertThat(index.match(subject("National Security Agency", EntryKind.BODY, Set.of("US"), Set.of()), 5))
                .isEmpty();
        assertThat(index.match(subject("National Security Agency", EntryKind.BODY, Set.of("ER"), Set.of()), 5))
                .hasSize(1);
    }

    @Test
    void two_chinese_characters_need_a_country_or_a_date() {
        NameIndex index = index(entry("1", EntryKind.PERSON, List.of("cn"), List.of(), "ZHANG, Wei"));

        assertThat(index.match(subject("章伟", EntryKind.PERSON), 5)).isEmpty();
    }

    @Test
    void a_number_makes_up_for_what_a_date_and_a_country_hold_back() {
        ListEntry listed = entry("1", EntryKind.PERSON, List.of("ru"), List.of("1970-01-01"), "Ivan Petrovsky");
        Subject other = new Subject("Iwan Petrovski", EntryKind.PERSON, Set.of("fr"), Set.of(), Set.of("1985-05-05"));
        Subject same = new Subject(
                "Iwan Petrovski", EntryKind.PERSON, Set.of("fr"), Set.of("AB-12 345"), Set.of("1985-05-05"));

        assertThat(index(listed).match(other, 5)).isEmpty();
        assertThat(index(listed).match(same, 5)).singleElement().satisfies(match -> assertThat(match.qualifiers())
                .anyMatch(said -> said.startsWith("number agrees"))
                .anyMatch(said -> said.startsWith("date of birth differs"))
                .anyMatch(said -> said.startsWith("country differs")));
    }

    @Test
    void a_weak_alias_alone_is_never_strong() {
        ListEntry weak = new ListEntry(
                "1",
                EntryKind.PERSON,
                List.of(new ListedName("Ivan Petrovsky", NameStrength.WEAK)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "");

        assertThat(index(weak).match(subject("Ivan Petrovsky", EntryKind.PERSON), 5))
                .singleElement()
                .satisfies(match -> assertThat(match.band()).isEqualTo(Band.REVIEW));
        assertThat(index(entry("1", EntryKind.PERSON, "Ivan Petrovsky"))
                        .match(subject("Ivan Petrovsky", EntryKind.PERSON), 5))
                .singleElement()
                .satisfies(match -> assertThat(match.band()).isEqualTo(Band.STRONG));
    }

    @Test
    void the_score_comes_out_again_from_what_is_stored_of_it() {
        NameIndex index = index(
                entry("1", EntryKind.PERSON, List.of("ru"), List.of("1970"), "Ivan Sergeyevich Petrovsky"),
                entry("2", EntryKind.PERSON, "Ivan Petrovskoy"));

        List<Match> matches =
                index.match(subject("Iwan Petrovsky", EntryKind.PERSON, Set.of("ru"), Set.of("1970-02-03")), 5);

        assertThat(matches).hasSize(2).allSatisfy(match -> assertThat(
                        Match.recompute(match.tokens(), match.adjustment()))
                .isEqualTo(match.score(), within(0.001)));
    }

    @Test
    void equal_names_are_ordered_by_what_else_is_known() {
        NameIndex index = index(
                entry("1", EntryKind.PERSON, List.of("ua"), List.of(), "Ivan Petrovsky"),
                entry("2", EntryKind.PERSON, List.of("ru"), List.of("1970-02-03"), "Ivan Petrovsky"),
                entry("3", EntryKind.PERSON, List.of("ru"), List.of(), "Ivan Petrovsky"));

        assertThat(index.match(subject("Ivan Petrovsky", EntryKind.PERSON, Set.of("ru"), Set.of("1970-02-03")), 5))
                .extracting(match -> match.entry().id())
                .containsExactly("2", "3", "1");
    }

    @Test
    void an_empty_name_or_an_empty_list_matches_nothing() {
        assertThat(index().match(subject("Ivan Petrovsky", EntryKind.PERSON), 5))
                .isEmpty();
        assertThat(index(entry("1", EntryKind.PERSON, "Ivan")).match(subject(" - ", EntryKind.UNKNOWN), 5))
                .isEmpty();
    }

    private static NameIndex index(ListEntry... entries) {
        return NameIndex.of(List.of(entries));
    }

    private static ListEntry entry(String id, EntryKind kind, String name) {
        return entry(id, kind, List.of(), List.of(), name);
    }

    private static ListEntry entry(String id, EntryKind kind, List<String> countries, List<String> dates, String name) {
        return new ListEntry(
                id,
                kind,
                List.of(new ListedName(name, NameStrength.STRONG)),
                countries,
                List.of("AB12345"),
                dates,
                List.of("X"),
                "");
    }

    private static Subject subject(String name, EntryKind kind) {
        return subject(name, kind, Set.of(), Set.of());
    }

    private static Subject subject(String name, EntryKind kind, Set<String> countries, Set<String> dates) {
        return new Subject(name, kind, countries, Set.of(), dates);
    }
}
