package org.contractethics.concern.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.UnansweredDirectory;
import org.contractethics.concern.ConcernHands;
import org.contractethics.concern.internal.vault.FilerMarks;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractParticipants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Bad input 27: while Keycloak is down an anonymous concern is taken in all the same, for nobody yet, and read when it is up again. */
@IntegrationTest
class FilingWithoutDirectoryIT {

    private final ApplicationContext application;
    private final ConcernHands hands;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    FilingWithoutDirectoryIT(
            @Autowired ApplicationContext application,
            @Autowired MockMvcTester mvc,
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transaction) {
        this.application = application;
        this.hands = new ConcernHands(mvc);
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void a_concern_is_kept_while_nobody_can_say_who_handles_it_and_is_read_afterwards() {
        String text = "Written while nobody could sign in.";
        FileConcern filed = new FileConcern(
                new ConcernId(UUID.randomUUID()), null, "", "", "ANONYMOUS", "OTHER", text, "", "", "", Set.of());
        Concern concern = application.getBean(NewAnonymousConcerns.class).of(filed);

        transaction.executeWithoutResult(status ->
                withoutDirectory().keepAnonymous(concern, filed.words(ClausesNamed.NONE), List.of(), new byte[32]));

        assertThat(readers(concern)).isEmpty();
        assertThat(ConcernHands.body(hands.get("/concerns/" + concern.id(), "olga.petrova")))
                .contains(text);
        assertThat(readers(concern)).containsExactly("olga.petrova");
    }

    private KeepingConcerns withoutDirectory() {
        ConcernRights rights = new ConcernRights(
                application.getBean(Reporters.class),
                application.getBean(ContractsConcerned.class),
                application.getBean(ContractParticipants.class),
                new UnansweredDirectory(),
                application.getBean(OutsideOmbuds.class),
                application.getBean(AppealedConcerns.class),
                application.getBean(HandsInMatters.class));
        return new KeepingConcerns(
                application.getBean(ConcernStore.class),
                application.getBean(Reporters.class),
                rights,
                application.getBean(SealedWords.class),
                application.getBean(Vault.class),
                application.getBean(FilerMarks.class),
                application.getBean(ProofsOfFiling.class));
    }

    private List<String> readers(Concern concern) {
        return jdbc.sql("select recipient from concern.key_wrap where concern = :id")
                .param("id", concern.id().value())
                .query(String.class)
                .list();
    }
}
