package org.contractethics.review.web;

import static org.contractethics.journeys.Browser.shows;
import static org.contractethics.review.web.Screens.fill;
import static org.contractethics.review.web.Screens.follow;
import static org.contractethics.review.web.Screens.press;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.contractethics.review.web.SampledDecisions.Drawn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The second review of a decision of the audit sample, by those who do it. */
@Journey
class SampleReviewJourneyIT {

    private final MockMvcTester mvc;
    private final SampledDecisions sampled;

    @Autowired
    SampleReviewJourneyIT(MockMvcTester mvc, SampledDecisions sampled) {
        this.mvc = mvc;
        this.sampled = sampled;
    }

    @Test
    void a_second_reviewer_sees_nothing_of_the_first_result_until_their_own_is_given() {
        Drawn drawn = sampled.drawn(mvc, "Catalogue of a library " + UUID.randomUUID());
        String contract = "/contracts/" + drawn.contract().id();
        try (Browser helen = Browser.signedInAs("helen.okafor")) {
            helen.go(contract);
            shows(helen.page().locator("main"), "Audit sample", "Second review open");
            follow(helen, "Second review");
            press(helen, "Claim");
            shows(helen.page().locator("main"), "Your result", "Agency of Catalogue");
            helen.go(contract);
            shows(helen.page().locator("main"), "a second time for the audit sample");
            helen.inspect("sample-closed-to-the-second-reviewer");
            helen.go(drawn.page());
            press(helen, "Give the result");
            shows(helen.page().locator(".error-summary"), "Say how you would have decided.");
            helen.inspect("sample-second-review");
            fill(
                    helen,
                    Map.of(
                            "tier", "T2",
                            "outcome", "CONDITIONAL",
                            "rights", List.of("R05"),
                            "reasons", "What young visitors read is logged, and nobody asked them.",
                            "knew-first", "no",
                            "no-conflict", "yes"));
            press(helen, "Give the result");
            shows(helen.page().locator("main"), "The second review is stricter", "Weighed against the safeguards.");
            helen.inspect("sample-compared");
        }
        try (Browser george = Browser.signedInAs("george.tan")) {
            george.go(drawn.page());
            press(george, "Claim");
            shows(george.page().locator("main"), "What follows?");
            george.inspect("sample-ruling");
        }
    }
}
