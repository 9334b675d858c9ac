package org.contractethics.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.shared.DailyMailDue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** The mail that comes every working day to whoever asked for it, and always says the same. */
@IntegrationTest
class EveryWorkingDayIT {

    private static final String NOAH = "noah.kim";

    /** Far from the days on which the tests run, so that its mails are told from others. */
    private static final Instant DUE = Instant.parse("2031-06-03T08:00:00Z");

    private final MockMvcTester mvc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    EveryWorkingDayIT(
            @Autowired MockMvcTester mvc,
            @Autowired ApplicationEventPublisher events,
            @Autowired TransactionTemplate transaction,
            @Autowired JdbcClient jdbc) {
        this.mvc = mvc;
        this.events = events;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @AfterEach
    void as_before() {
        choose("daily", false);
        choose("mail", true);
    }

    @Test
    void it_comes_to_whoever_asked_for_it_and_says_nothing() {
        choose("daily", true);
        assertThat(mvc.get().uri("/notices").with(People.signedInAs(NOAH)))
                .bodyText()
                .contains("Stop the daily mail");
        hourComes(DUE);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(mailsOf(DUE)).hasSize(1));
        assertThat(GreenMailUtil.getBody(mailsOf(DUE).get(0)))
                .contains("/notices", "whether or not there is anything new")
                .doesNotContain("oncern");
    }

    @Test
    void nobody_gets_it_who_did_not_ask_or_stopped_the_mails() {
        Instant later = DUE.plus(Duration.ofDays(1));
        choose("daily", true);
        choose("mail", false);
        assertThat(mvc.get().uri("/notices").with(People.signedInAs(NOAH)))
                .bodyText()
                .contains("Send me the daily mail", "Notices are shown here only.");

        hourComes(later);

        assertThat(jdbc.sql("select count(*) from events.event_publication where serialized_event like :due")
                        .param("due", "%\"" + NOAH + "\"%2031-06-04%")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(mailsOf(later)).isEmpty();
        assertThatThrownBy(() -> jdbc.sql("update notification.preference set daily = true where username = 'noah.kim'")
                        .update())
                .hasStackTraceContaining("daily_is_a_mail");
    }

    private void choose(String what, boolean wanted) {
        assertThat(mvc.post()
                        .uri("/notices/" + what)
                        .param(what, Boolean.toString(wanted))
                        .with(csrf())
                        .with(People.signedInAs(NOAH)))
                .hasStatus3xxRedirection();
    }

    private void hourComes(Instant due) {
        transaction.executeWithoutResult(status -> events.publishEvent(new DailyMailDue(due)));
    }

    private static List<MimeMessage> mailsOf(Instant due) {
        return SentMails.titled("Please look at your notices today")
                .filter(mail -> isDatedBy(mail, due))
                .toList();
    }

    private static boolean isDatedBy(MimeMessage mail, Instant due) {
        try {
            return mail.getSentDate() != null
                    && mail.getSentDate().toInstant().equals(due)
                    && GreenMailUtil.getAddressList(mail.getAllRecipients()).startsWith(NOAH);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
