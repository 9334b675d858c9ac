package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.IntegrationTest;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A vote that somebody was drawn for is work of theirs until they have cast it. */
@IntegrationTest
class WorkloadOfPanelIT {

    private final MockMvcTester mvc;
    private final BegunReviews begun;

    @Autowired
    WorkloadOfPanelIT(MockMvcTester mvc, BegunReviews begun) {
        this.mvc = mvc;
        this.begun = begun;
    }

    @Test
    void a_vote_counts_for_each_member_of_the_panel_until_it_is_cast() throws Exception {
        Begun review = begun.upToTheVote(mvc);
        Drawn member = review.hands().drawn(review.review()).get(0);
        int before = open(review, member.person());

        review.hands().vote(review.review(), member.person(), member.role(), "REJECT");

        assertThat(before).isPositive();
        assertThat(open(review, member.person())).isEqualTo(before - 1);
    }

    @Test
    void a_monitor_sees_the_own_workload() throws Exception {
        SignedContract signed = begun.signed(mvc, "mona.keller", true);

        assertThat(signed.hands.get("mona.keller", "/inbox/workload")).hasStatus(HttpStatus.OK);
        assertThat(signed.hands.page("mona.keller", "/inbox/workload")).contains("Mona Keller");
    }

    private static int open(Begun review, String person) throws Exception {
        Matcher row = Pattern.compile("data-label=\"Open\"[^>]*>(\\d+)<")
                .matcher(review.hands().page(person, "/inbox/workload"));
        assertThat(row.find()).isTrue();
        return Integer.parseInt(row.group(1));
    }
}
