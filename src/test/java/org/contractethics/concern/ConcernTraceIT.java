package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.RegisteredContracts;
import org.contractethics.access.internal.ChangedAccounts;
import org.contractethics.access.internal.FormOnPage;
import org.contractethics.access.internal.Visitor;
import org.contractethics.concern.internal.retention.PurgingConcerns;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Whoever files a concern leaves no trace outside the concerns: not in the engine, the record, notices, events, logs or search. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class ConcernTraceIT {

    private final MockMvcTester mvc;
    private final RegisteringContracts registering;
    private final JdbcClient jdbc;
    private final Concerns concerns;
    private final PurgingConcerns purging;
    private final String ours;

    private final String filer = "canary.filer." + UUID.randomUUID();
    private final String text = "canary-text-" + UUID.randomUUID();
    private final String reply = "canary-reply-" + UUID.randomUUID();
    private final String outcome = "canary-outcome-" + UUID.randomUUID();
    private final CanaryScan name = new CanaryScan(filer);
    private final String right = "canary-right-" + UUID.randomUUID();
    private final String answer = "canary-answer-" + UUID.randomUUID();
    private final CanaryScan words = new CanaryScan(text, reply, outcome, right, answer);
    private final CanaryScan all = new CanaryScan(filer, text, reply, outcome, right, answer);
    private final String id = UUID.randomUUID().toString();
    private final Instant begun = Instant.now();

    ConcernTraceIT(
            @Autowired MockMvcTester mvc,
            @Autowired RegisteringContracts registering,
            @Autowired JdbcClient jdbc,
            @Autowired Concerns concerns,
            @Autowired PurgingConcerns purging,
            @Autowired ChangedAccounts accounts,
            @Value("${contract-ethics.base-url}") String ours) {
        this.mvc = mvc;
        this.registering = registering;
        this.jdbc = jdbc;
        this.concerns = concerns;
        this.purging = purging;
        this.ours = ours;
        accounts.joined(filer, Role.EMPLOYEE);
    }

    /** S3, S23 and S24; also after the purge (S25). */
    @Test
    void s3_s23_s24_a_filer_and_their_words_are_nowhere_in_plain(CapturedOutput output) throws Exception {
        try (LogAtTrace log = new LogAtTrace()) {
            aWholeConcern(output);
            assertThat(log).isNotNull();
        }
    }

    private void aWholeConcern(CapturedOutput output) throws Exception {
        Contract contract =
                registering.register(RegisteredContracts.aDraft("Trace " + id), "FORM", RegisteredContracts.SOFIA);

        file(contract);
        assertNoTrace(output);
        DayOfFiling.ends(jdbc, id);
        concerns.announce();
        assertNoTrace(output);
        post("/concerns/" + id + "/acknowledge", People.signedInAs("olga.petrova"), Map.of());
        post("/concerns/" + id + "/messages", asFiler(), Map.of("message", reply));
        post("/concerns/" + id + "/messages", People.signedInAs("olga.petrova"), Map.of("message", "Thank you."));
        answer();

        assertThat(mvc.get().uri("/concerns/{id}", id).with(asFiler()))
                .bodyText()
                .contains(text, reply, right, answer, "Answered");
        assertNoTrace(output);
        assertThat(inTheEngine()).as("the engine knows the id alone").isNotEmpty();
        purge();
        assertNoTrace(output);
        assertThat(inTheEngine()).as("and after the purge nothing").isEmpty();
    }

    private List<String> inTheEngine() throws SQLException {
        return new CanaryScan(id).tables("engine.%");
    }

    private void purge() {
        TableOwner.executes(
                "update concern.concern set answered_on = current_date - interval '25 months' where id = '%s'"
                        .formatted(id));
        purging.run();
    }

    @Test
    void a_refused_filing_leaves_no_trace_either(CapturedOutput output) throws Exception {
        assertThat(mvc.post()
                        .uri("/concerns")
                        .with(csrf())
                        .with(asFiler())
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .param("id", id)
                        .param("text", text)
                        .param("topic", "nonsense " + outcome))
                .hasStatus(422);

        assertThat(words.tables()).isEmpty();
        assertThat(words.standsIn(output) || name.standsIn(output)).isFalse();
    }

    @Test
    void a_filing_after_the_sign_in_expired_comes_back_and_is_stored_nowhere(CapturedOutput output) throws Exception {
        Visitor erin = new Visitor();
        erin.signIn(erin.get(ours + "/account"), "erin.walsh", "ethics-demo");
        FormOnPage typed = FormOnPage.of(erin.get(ours + "/concerns/new"))
                .with("topic", "END_USE")
                .with("text", text)
                .with("mode", "OPEN");
        erin.loseSession();

        HttpResponse<String> unsent = erin.send(ours, typed);

        assertThat(unsent.statusCode()).isEqualTo(403);
        assertThat(unsent.body()).contains("Nothing was sent yet", "nothing of it is kept on the server", text);
        assertThat(words.tables()).isEmpty();
        assertThat(words.standsIn(output)).isFalse();
        erin.get(ours + "/account");
        HttpResponse<String> again = erin.send(ours, FormOnPage.of(unsent));
        assertThat(again.body()).contains("You are signed in again", text);
        assertThat(words.tables()).isEmpty();
        assertThat(erin.send(ours, FormOnPage.of(again)).body()).contains("Check your concern", text);
    }

    @Test
    void the_record_tells_the_day_of_a_filing_and_nobodys_name() {
        Contract contract =
                registering.register(RegisteredContracts.aDraft("Day " + id), "FORM", RegisteredContracts.SOFIA);

        file(contract);
        DayOfFiling.ends(jdbc, id);
        concerns.announce();

        assertThat(jdbc.sql(
                                """
                        select actor || ' ' || to_char(occurred_at at time zone 'UTC', 'HH24:MI:SS.US') from record.entry
                        where kind = 'concern-filed' and contract = :contract""")
                        .param("contract", contract.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("- 00:00:00.000000");
    }

    private void file(Contract contract) {
        assertThat(mvc.get().uri("/concerns/new?contract={id}", contract.id()).with(asFiler()))
                .hasStatusOk();
        post(
                "/concerns",
                asFiler(),
                Map.of(
                        "id",
                        id,
                        "contract",
                        contract.id().toString(),
                        "topic",
                        "END_USE",
                        "text",
                        text,
                        "rights",
                        right,
                        "outcome",
                        outcome,
                        "mode",
                        "CONFIDENTIAL"));
    }

    private void answer() {
        post(
                "/concerns/" + id + "/answer",
                People.signedInAs("olga.petrova"),
                Map.of(
                        "cause", "NOTHING_WRONG",
                        "considered", answer,
                        "decision", answer,
                        "article", answer,
                        "effect", answer,
                        "appeal", answer));
    }

    private void assertNoTrace(CapturedOutput output) throws Exception {
        await().atMost(Duration.ofMinutes(3)).until(this::everythingIsDelivered);
        // a session holds the name of whoever is signed in, and nothing of what they do
        assertThat(all.tables()).allMatch(table -> table.startsWith("access.spring_session"));
        assertThat(words.tables("access.spring_session%")).isEmpty();
        assertThat(all.isIndexed()).as("in the search index").isFalse();
        assertThat(all.standsIn(output)).as("in the log").isFalse();
        assertThat(all.isMailed()).as("in a mail").isFalse();
    }

    private boolean everythingIsDelivered() {
        return jdbc.sql(
                        """
                select count(*) = 0 from events.event_publication
                where completion_date is null and publication_date >= :begun""")
                .param("begun", begun.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private void post(String path, RequestPostProcessor person, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(csrf()).with(person).contentType(MediaType.APPLICATION_FORM_URLENCODED);
        fields.forEach(request::param);
        assertThat(request).hasStatus3xxRedirection();
    }

    private RequestPostProcessor asFiler() {
        OidcIdToken token = OidcIdToken.withTokenValue("token")
                .subject("subject-of-" + filer)
                .claim("preferred_username", filer)
                .claim("name", filer)
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plusSeconds(300))
                .build();
        var roles = List.of(new SimpleGrantedAuthority("ROLE_EMPLOYEE"));
        return SecurityMockMvcRequestPostProcessors.oidcLogin()
                .oidcUser(new DefaultOidcUser(roles, token, "preferred_username"));
    }
}
