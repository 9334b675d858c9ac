package org.contractethics.contract.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.contractethics.contract.AgencyType;
import org.contractethics.contract.internal.RegisterOrder;
import org.contractethics.shared.FormProblem;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class RegisterQueryTests {

    @Test
    void every_filter_in_force_has_an_address_without_it() {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add("q", "a&b=c");
        parameters.add("type", "BORDER");

        RegisterQuery query = RegisterQuery.of(parameters);

        assertThat(query.filter().type()).isEqualTo(AgencyType.BORDER);
        assertThat(query.active())
                .extracting(RegisterQuery.Active::without)
                .containsExactly("/contracts?type=BORDER", "/contracts?q=a%26b%3Dc");
    }

    @Test
    void what_is_no_choice_is_not_asked() {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add("type", "DRAGONS");
        parameters.add("state", "' or 1=1");
        parameters.add("tier", "T9");
        parameters.add("year", "soon");
        parameters.add("page", "-4");
        parameters.add("sort", "random()");
        parameters.add("country", "Q1");

        RegisterQuery query = RegisterQuery.of(parameters);

        assertThat(query.active()).isEmpty();
        assertThat(query.filter().page()).isEqualTo(1);
        assertThat(query.filter().order()).isEqualTo(RegisterOrder.NEWEST);
        assertThat(RegisterQuery.misread(parameters))
                .extracting(FormProblem::field)
                .containsExactly("type", "state", "tier", "year", "country", "sort");
    }
}
