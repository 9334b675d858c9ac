package org.contractethics.document.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncorporatingWordsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Use is subject to the Acceptable Use Policy available at https://example.com/aup.",
                "Our privacy policy, which is located at https://example.com/privacy, applies.",
                "Reseller agrees to comply with the Logo Usage Guide, which is found at the web site, www.example.com.",
                "This policy may be accessed at: http://example.com/phs.htm.",
                "the Business Continuity Plan (https://example.com/bcp.pdf)",
                "The supplier terms at www.example.com/terms are incorporated by reference.",
                "Buyer follows https://example.com/conduct, incorporated herein by reference.",
                "Prices as set out in https://example.com/prices apply."
            })
    void what_a_sentence_makes_part_of_the_contract_counts(String text) {
        assertThat(IncorporatingWords.at(text, Addresses.in(text).get(0).start()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The company operates a supermarket at its web site located at http://www.example.com (the \"Site\").",
                "Notices go to 1 Main Street, Springfield, www.example.com.",
                "Under the terms of this agreement the sponsor maintains a Web site at http://www.example.com.",
                "The parties sign electronically, e.g., www.example.com.",
                "Excluded persons are listed at http://example.gov.",
                "These terms apply. Visit www.example.com or call 1-800-555-0100.",
                "See https://example.com/x."
            })
    void an_address_that_only_says_where_somebody_is_found_does_not(String text) {
        assertThat(IncorporatingWords.at(text, Addresses.in(text).get(0).start()))
                .isFalse();
    }
}
