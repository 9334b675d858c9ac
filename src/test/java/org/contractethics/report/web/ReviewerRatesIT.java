package org.contractethics.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.report.internal.Period;
import org.contractethics.report.internal.ReviewerRates;
import org.contractethics.report.internal.ReviewerRates.Rate;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How often each reviewer approves: for auditors, and for nobody else. */
@IntegrationTest
class ReviewerRatesIT {

    private static final Period YEAR = new Period(LocalDate.of(2031, 1, 1), LocalDate.of(2031, 12, 31));
    private static final Actor AUGUST = new Actor("august.lund", "August Lund", Set.of(Role.AUDITOR));

    private final ReviewerRates rates;
    private final MockMvcTester pages;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    @Autowired
    ReviewerRatesIT(
            ReviewerRates rates,
            MockMvcTester pages,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.rates = rates;
        this.pages = pages;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void counts_the_votes_that_took_a_side() {
        String voter = "voter-" + UUID.randomUUID();
        opened("2031-03-01T09:00:00Z", voter, "APPROVE");
        opened("2031-03-02T09:00:00Z", voter, "CONDITIONAL");
        opened("2031-03-03T09:00:00Z", voter, "REJECT");
        opened("2031-03-04T09:00:00Z", voter, "ABSTAIN");
        opened("2032-03-04T09:00:00Z", voter, "APPROVE");

        Rate rate = rates.in(YEAR, AUGUST).stream()
                .filter(one -> one.username().equals(voter))
                .findFirst()
                .orElseThrow();

        assertThat(rate).isEqualTo(new Rate(voter, voter, 2, 1, 1, 1));
        assertThat(rate.percent()).isEqualTo(67);
    }

    /** H19 */
    @ParameterizedTest
    @EnumSource(value = Role.class, names = "AUDITOR", mode = EnumSource.Mode.EXCLUDE)
    void is_refused_to_every_other_role(Role role) {
        assertThatThrownBy(() -> rates.in(YEAR, new Actor("x", "X", Set.of(role))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("H19");
    }

    @Test
    void has_a_page_for_the_auditor() {
        assertThat(pages.get().uri("/insights/reviewers?period=2026").with(People.signedInAs("august.lund")))
                .hasStatusOk()
                .bodyText()
                .contains("Approval rate by reviewer");
        assertThat(pages.get().uri("/insights").with(People.signedInAs("august.lund")))
                .bodyText()
                .contains("/insights/reviewers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lena.hoffman", "george.tan", "ruth.castillo", "dana.whitfield", "olga.petrova", "sofia.marin"})
    void has_no_page_for_anybody_else(String person) {
        assertThat(pages.get().uri("/insights/reviewers").with(People.signedInAs(person)))
                .hasStatus(403);
    }

    @Test
    void is_not_even_linked_for_leadership() {
        assertThat(pages.get().uri("/insights").with(People.signedInAs("lena.hoffman")))
                .bodyText()
                .doesNotContain("/insights/reviewers");
    }

    private void opened(String at, String voter, String outcome) {
        transaction.executeWithoutResult(status -> events.publishEvent(new Happened(
                        "vote-opened",
                        new ContractId(UUID.randomUUID()),
                        "ruth.castillo",
                        Instant.parse(at),
                        Map.of("reviewId", UUID.randomUUID().toString(), "voter", voter, "outcome", outcome))
                .whole()));
    }
}
