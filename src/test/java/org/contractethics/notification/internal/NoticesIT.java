package org.contractethics.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** From the publication of a notice to the people it addresses. */
@IntegrationTest
class NoticesIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final MockMvcTester mvc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final DeliveringNotices delivering;
    private final NotificationProperties properties;
    private final JdbcClient jdbc;
    private final String title = "Notice " + UUID.randomUUID();

    NoticesIT(
            @Autowired MockMvcTester mvc,
            @Autowired ApplicationEventPublisher events,
            @Autowired TransactionTemplate transaction,
            @Autowired DeliveringNotices delivering,
            @Autowired NotificationProperties properties,
            @Autowired JdbcClient jdbc) {
        this.mvc = mvc;
        this.events = events;
        this.transaction = transaction;
        this.delivering = delivering;
        this.properties = properties;
        this.jdbc = jdbc;
    }

    @Test
    void everyone_who_holds_the_role_is_told_once_in_the_application_and_by_mail() {
        publish(Notice.toRoles(Set.of(Role.HR_REVIEWER), title, "Look at it.", "/inbox"));

        await().atMost(SOON).untilAsserted(() -> assertThat(mails()).isEqualTo(2));
        assertThat(notices()).isEqualTo(2);
        assertThat(mvc.get().uri("/notices").with(People.signedInAs("dana.whitfield")))
                .bodyText()
                .contains(title, "Unread");
    }

    @Test
    void nobody_is_told_what_is_kept_from_them_whatever_role_they_hold() {
        publish(Notice.toRoles(Set.of(Role.HR_REVIEWER), title, "Look at it.", "/inbox")
                .exceptFor(Set.of("helen.okafor")));

        await().atMost(SOON).untilAsserted(() -> assertThat(mails()).isEqualTo(1));
        assertThat(jdbc.sql("select username from notification.notice where title = :title")
                        .param("title", title)
                        .query(String.class)
                        .list())
                .containsExactly("dana.whitfield");
    }

    @Test
    void nobody_else_sees_or_opens_it() {
        publish(Notice.toPerson("dana.whitfield", title, "Look at it.", "/inbox"));
        await().atMost(SOON).untilAsserted(() -> assertThat(notices()).isEqualTo(1));
        UUID id = jdbc.sql("select id from notification.notice where title = :title")
                .param("title", title)
                .query(UUID.class)
                .single();

        assertThat(mvc.get().uri("/notices").with(People.signedInAs("erin.walsh")))
                .bodyText()
                .doesNotContain(title);
        assertThat(mvc.get().uri("/notices/{id}", id).with(People.signedInAs("erin.walsh")))
                .hasStatus(404);
        assertThat(mvc.get().uri("/notices/{id}", id).with(People.signedInAs("dana.whitfield")))
                .hasRedirectedUrl("/inbox");
        assertThat(mvc.get().uri("/notices?page=2000").with(People.signedInAs("dana.whitfield")))
                .as("behind the last page stands the last page")
                .bodyText()
                .contains("Notices are")
                .doesNotContain("No notices yet", "Page 2000");
    }

    @Test
    void a_notice_delivered_again_stays_one() {
        var notice = Notice.toPerson("dana.whitfield", title, "Look at it.", "/inbox");
        publish(notice);
        await().atMost(SOON).untilAsserted(() -> assertThat(mails()).isEqualTo(1));

        transaction.executeWithoutResult(status -> delivering.on(notice));

        assertThat(notices()).isEqualTo(1);
        assertThat(mails()).isEqualTo(1);
    }

    @Test
    void a_notice_of_a_transaction_that_fails_is_never_delivered() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(Notice.toPerson("dana.whitfield", title, "Look at it.", "/inbox"));
            status.setRollbackOnly();
        });
        String later = "Later " + title;
        publish(Notice.toPerson("dana.whitfield", later, "Look at it.", "/inbox"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(mvc.get().uri("/notices").with(People.signedInAs("dana.whitfield")))
                        .bodyText()
                        .contains(later));
        assertThat(notices()).isZero();
    }

    @Test
    void whoever_wants_no_mail_is_told_in_the_application_only() {
        chooseMail("noah.kim", false);
        try {
            publish(Notice.toPerson("noah.kim", title, "Look at it.", "/inbox"));

            await().atMost(SOON).untilAsserted(() -> assertThat(notices()).isEqualTo(1));
            assertThat(jdbc.sql("select count(*) from notification.notice where title = :title and mailed_at is null")
                            .param("title", title)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            assertThat(mails()).isZero();
        } finally {
            chooseMail("noah.kim", true);
        }
    }

    @Test
    void a_mail_holds_the_title_and_a_link_and_nothing_else_of_the_notice() {
        publish(Notice.toPerson("dana.whitfield", title, "Helen Okafor wrote to you.", "/inbox"));

        await().atMost(SOON).untilAsserted(() -> assertThat(mails()).isEqualTo(1));
        String text =
                SentMails.titled(title).map(GreenMailUtil::getBody).findFirst().orElseThrow();
        assertThat(text)
                .contains(properties.baseUrl() + "/inbox")
                .as("it may be about a saved search or a webhook")
                .doesNotContain("Helen Okafor", "a review");
    }

    private void chooseMail(String username, boolean mail) {
        assertThat(mvc.post()
                        .uri("/notices/mail")
                        .param("mail", Boolean.toString(mail))
                        .with(csrf())
                        .with(People.signedInAs(username)))
                .hasStatus3xxRedirection();
    }

    private void publish(Notice notice) {
        transaction.executeWithoutResult(status -> events.publishEvent(notice));
    }

    private int notices() {
        return jdbc.sql("select count(*) from notification.notice where title = :title")
                .param("title", title)
                .query(Integer.class)
                .single();
    }

    private long mails() {
        return SentMails.titled(title).count();
    }
}
