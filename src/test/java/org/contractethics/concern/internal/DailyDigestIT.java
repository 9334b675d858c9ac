package org.contractethics.concern.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.calendar.WorkingDays;
import org.contractethics.concern.ConcernHands;
import org.contractethics.concern.Concerns;
import org.contractethics.concern.DayOfFiling;
import org.contractethics.concern.TableOwner;
import org.contractethics.local.LocalServices;
import org.contractethics.shared.DailyMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** S38: the mail about concerns is the same on every working day, whatever was filed, and when. */
@IntegrationTest
class DailyDigestIT {

    /** A Tuesday far from the days on which the tests run. */
    private static final LocalDate TUESDAY = LocalDate.of(2031, 3, 4);

    private final ConcernHands hands;
    private final Concerns concerns;
    private final JdbcClient jdbc;
    private final PeopleDirectory people;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher application;
    private final List<DailyMail> sent = new ArrayList<>();

    DailyDigestIT(
            @Autowired MockMvcTester mvc,
            @Autowired Concerns concerns,
            @Autowired JdbcClient jdbc,
            @Autowired PeopleDirectory people,
            @Autowired TransactionTemplate transaction,
            @Autowired ApplicationEventPublisher application) {
        this.hands = new ConcernHands(mvc);
        this.concerns = concerns;
        this.jdbc = jdbc;
        this.people = people;
        this.transaction = transaction;
        this.application = application;
    }

    @AfterEach
    void the_days_are_free_again() {
        TableOwner.executes("delete from concern.digest where day >= '2031-03-01'");
    }

    @Test
    void it_goes_once_on_every_working_day_at_its_hour_to_everybody_who_may_handle_concerns() {
        at(TUESDAY, 7);
        assertThat(sent).as("before the hour").isEmpty();
        at(TUESDAY, 8);
        assertThat(sent)
                .extracting(DailyMail::username)
                .contains("olga.petrova", "george.tan")
                .doesNotContain("lena.hoffman", "erin.walsh")
                .doesNotHaveDuplicates();
        int once = sent.size();
        at(TUESDAY, 16);
        assertThat(sent).as("again on the same day").hasSize(once);
        at(TUESDAY.plusDays(4), 9);
        assertThat(sent).as("on a Saturday").hasSize(once);
        at(TUESDAY.plusDays(1), 23);
        assertThat(sent).as("on the next day, after a late start").hasSize(2 * once);
        assertThat(sent).extracting(DailyMail::dueAt).contains(atHour(TUESDAY.plusDays(1), 8));
    }

    @Test
    void a_filing_at_ten_one_at_sixteen_and_none_at_all_give_the_same_bytes() {
        String morning = file();
        at(TUESDAY, 10);
        String afternoon = file();
        at(TUESDAY.plusDays(1), 16);
        at(TUESDAY.plusDays(2), 8);

        Set<String> bodies = Set.copyOf(sent.stream()
                .filter(mail -> mail.username().equals("olga.petrova"))
                .map(this::mailed)
                .toList());

        assertThat(bodies).hasSize(1);
        assertThat(bodies.iterator().next())
                .contains(
                        "Please look at the list of concerns today",
                        "/concerns",
                        "whether or not there is anything new")
                .doesNotContain(morning, afternoon, "Erin");
    }

    @Test
    void news_of_a_concern_stays_inside_the_application() throws MessagingException {
        String filed = file();
        int before = aboutConcerns();
        DayOfFiling.ends(jdbc, filed);
        concerns.announce();

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(jdbc.sql(
                                """
                                select count(*) from notification.notice
                                where username = 'olga.petrova' and link = '/concerns' and mailed_at is null
                                  and created_at > now() - interval '1 minute'""")
                        .query(Integer.class)
                        .single())
                .isPositive());
        assertThat(aboutConcerns()).isEqualTo(before);
    }

    private String file() {
        String id = UUID.randomUUID().toString();
        ConcernHands.sent(hands.post("/concerns", "erin.walsh", ConcernHands.form(id, Map.of("mode", "CONFIDENTIAL"))));
        return id;
    }

    private void at(LocalDate day, int hour) {
        new SendingDigests(
                        jdbc,
                        people,
                        new OutsideOmbuds(""),
                        new DigestSettings(8),
                        WorkingDays.mondayToFriday(ZoneOffset.UTC),
                        event -> {
                            if (event instanceof DailyMail mail) {
                                sent.add(mail);
                            }
                        },
                        transaction,
                        Clock.fixed(atHour(day, hour), ZoneOffset.UTC))
                .run();
    }

    private static Instant atHour(LocalDate day, int hour) {
        return day.atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }

    /** Everything of the mail but the headers that the server and the day give it. */
    private String mailed(DailyMail mail) {
        transaction.executeWithoutResult(status -> application.publishEvent(mail));
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> Arrays.stream(received())
                                .filter(one -> isDatedBy(one, mail.dueAt()) && isFor(one, mail.username()))
                                .map(DailyDigestIT::withoutDate)
                                .findFirst()
                                .orElse(""),
                        found -> !found.isEmpty());
    }

    private static String withoutDate(MimeMessage mail) {
        try {
            return String.join("\n", mail.getSubject(), GreenMailUtil.getAddressList(mail.getAllRecipients())) + "\n"
                    + GreenMailUtil.getAddressList(mail.getFrom()) + "\n" + GreenMailUtil.getBody(mail);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isDatedBy(MimeMessage mail, Instant due) {
        try {
            return mail.getSentDate() != null && mail.getSentDate().toInstant().equals(due);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isFor(MimeMessage mail, String username) {
        try {
            return GreenMailUtil.getAddressList(mail.getAllRecipients()).startsWith(username);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Mails about news among the concerns, as there were before the digest. */
    private static int aboutConcerns() throws MessagingException {
        int count = 0;
        for (MimeMessage mail : received()) {
            if (mail.getSubject().contains("among the concerns")
                    || mail.getSubject().startsWith("A concern")) {
                count++;
            }
        }
        return count;
    }

    private static MimeMessage[] received() {
        return LocalServices.forPurpose(LocalServices.Purpose.TEST).mail().getReceivedMessages();
    }
}
