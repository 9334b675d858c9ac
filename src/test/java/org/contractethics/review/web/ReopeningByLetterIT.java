package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.contractethics.concern.internal.letter.OpenLetters.NOAH;
import static org.contractethics.concern.internal.letter.OpenLetters.OLGA;
import static org.contractethics.concern.internal.letter.OpenLetters.aLetter;
import static org.contractethics.concern.internal.letter.OpenLetters.employee;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.internal.letter.InvalidatingSignatures;
import org.contractethics.concern.internal.letter.OpenLetter;
import org.contractethics.concern.internal.letter.OpeningLetters;
import org.contractethics.concern.internal.letter.SigningLetters;
import org.contractethics.concern.internal.letter.SigningMode;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The hundredth signature opens the review of a signed contract again, once, however many sign in the same moment (S42). */
@IntegrationTest
class ReopeningByLetterIT {

    private static final int THREADS = 100;

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final OpeningLetters opening;
    private final SigningLetters signing;
    private final InvalidatingSignatures invalidating;
    private final ContractRegister contracts;
    private final JdbcClient database;

    @Autowired
    ReopeningByLetterIT(
            MockMvcTester mvc,
            BegunReviews begun,
            OpeningLetters opening,
            SigningLetters signing,
            InvalidatingSignatures invalidating,
            ContractRegister contracts,
            JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.opening = opening;
        this.signing = signing;
        this.invalidating = invalidating;
        this.contracts = contracts;
        this.database = database;
    }

    /** Bad input 29 */
    @Test
    void a_hundred_at_once_reopen_the_review_exactly_once_and_for_good() throws Exception {
        ContractId contract = begun.signed(mvc, "paul.nguyen", false).contract;
        OpenLetter letter = aLetter(SigningMode.NAMED, "", contract);
        opening.open(letter, NOAH);

        signing.sign(letter.id(), 1, true, employee(0));
        invalidating.invalidate(letter.id(), onlySignatureOn(letter.id()), "She was on leave and did not sign.", OLGA);
        sign(letter.id(), 1, 99);
        assertThat(consequences(letter.id())).containsExactly("HEARING");

        sign(letter.id(), 100, 199);
        assertThat(consequences(letter.id())).containsExactlyInAnyOrder("HEARING", "REOPENING", "BOARD");
        assertThat(taken(letter.id())).containsExactlyInAnyOrder("HEARING", "REOPEN", "BOARD");
        assertThat(recorded(letter.id(), "REOPENING")).isEqualTo(1);
        assertThat(told(letter.id())).as("each measure tells of itself, once").isEmpty();
        assertThat(contracts.get(contract).state()).isEqualTo(ContractState.IN_REVIEW);

        for (int i = 1; i <= 150; i++) {
            signing.withdraw(letter.id(), employee(i));
        }
        sign(letter.id(), 200, 299);
        assertThat(taken(letter.id())).hasSize(3);
        assertThat(recorded(letter.id(), "REOPENING")).isEqualTo(1);
        assertThat(database.sql("select count(*) from review.review where contract_id = :id")
                        .param("id", contract.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void a_letter_about_the_process_reaches_the_board_and_not_the_panel_complained_of() throws Exception {
        OpenLetter about = aLetter(SigningMode.NAMED, "");
        OpenLetter letter = new OpenLetter(
                about.id(), about.contracts(), "RETALIATION", about.title(), about.wording(), about.signing(), "");
        opening.open(letter, NOAH);

        database.sql("insert into concern.exclusion (concern, username) values (:id, 'george.tan')")
                .param("id", letter.id().value())
                .update();

        sign(letter.id(), 1, 100);

        assertThat(consequences(letter.id())).containsExactly("BOARD");
        await().atMost(Duration.ofSeconds(30)).until(() -> !told(letter.id()).isEmpty());
        assertThat(told(letter.id())).as("from whom it is kept").doesNotContain("george.tan");
    }

    private List<String> told(ConcernId letter) {
        return database.sql("select username from notification.notice where link = :link")
                .param("link", "/letters/" + letter)
                .query(String.class)
                .list();
    }

    private void sign(ConcernId letter, int first, int last) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Boolean>> signed = IntStream.rangeClosed(first, last)
                    .mapToObj(i -> pool.submit((Callable<Boolean>) () -> {
                        start.await();
                        signing.sign(letter, 1, true, employee(i));
                        return true;
                    }))
                    .toList();
            start.countDown();
            for (Future<Boolean> one : signed) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private UUID onlySignatureOn(ConcernId letter) {
        return database.sql("select id from concern.letter_signature where letter = :id")
                .param("id", letter.value())
                .query(UUID.class)
                .single();
    }

    private List<String> consequences(ConcernId letter) {
        return strings("select consequence from concern.letter_consequence where letter = :id", letter);
    }

    private List<String> taken(ConcernId letter) {
        return strings("select measure from review.concern_measure where concern_id = :id", letter);
    }

    private List<String> strings(String sql, ConcernId letter) {
        return database.sql(sql).param("id", letter.value()).query(String.class).list();
    }

    private int recorded(ConcernId letter, String consequence) {
        return database.sql(
                        """
                        select count(*) from record.entry
                        where convert_from(body, 'UTF8')::jsonb ->> 'kind' = 'letter-threshold-reached'
                          and position(:id in encode(body, 'escape')) > 0
                          and position(:consequence in encode(body, 'escape')) > 0""")
                .param("id", letter.toString())
                .param("consequence", consequence)
                .query(Integer.class)
                .single();
    }
}
