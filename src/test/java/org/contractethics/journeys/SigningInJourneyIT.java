package org.contractethics.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Journey
class SigningInJourneyIT {

    @Test
    void a_reviewer_signs_in_at_keycloak_and_out_again() {
        try (Browser dana = Browser.open()) {
            dana.signIn("dana.whitfield");
            Browser.shows(dana.page().locator("body"), "Dana Whitfield");

            dana.signOut();
            dana.inspect("signed-out");
            dana.go("/");

            assertThat(dana.page().locator("#kc-login").isVisible()).isTrue();
        }
    }
}
