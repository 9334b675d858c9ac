package org.contractethics.record.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.RegisteredContracts;
import org.contractethics.concern.CanaryScan;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordCommands;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordProofs;
import org.contractethics.record.RecordReader;
import org.contractethics.record.checkpoint.CommittedEntries;
import org.contractethics.record.export.GoCheck;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.record.proof.Policy;
import org.contractethics.record.proof.Receipt;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** R26: a person is erased through the pages; no byte of theirs is left anywhere, and everything that was proven still is. */
@IntegrationTest
class ErasureIT {

    private static final String REASON = "Left the company more than ten years ago; nothing is pending.";
    private static final String PAGE = "/audit/erasures";

    private final MockMvcTester pages;
    private final RecordReader record;
    private final RecordProofs proofs;
    private final CommittedEntries signing;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final RegisteringContracts registering;
    private final ContractId contract = new ContractId(UUID.randomUUID());
    private final String surname = "Surname-" + UUID.randomUUID();
    private final String person = "jane." + surname.toLowerCase(Locale.ROOT);
    private final String secret = "secret-" + UUID.randomUUID();
    private long decision;

    @TempDir
    private Path folder = Path.of("");

    @Autowired
    ErasureIT(
            MockMvcTester pages,
            RecordReader record,
            RecordProofs proofs,
            CommittedEntries signing,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient database,
            RegisteringContracts registering) {
        this.pages = pages;
        this.record = record;
        this.proofs = proofs;
        this.signing = signing;
        this.events = events;
        this.transaction = transaction;
        this.database = database;
        this.registering = registering;
    }

    @BeforeEach
    void whatThePersonDid() {
        transaction.executeWithoutResult(status -> {
            happened("decision-recorded", person, Map.of("outcome", "REJECT", "reasons", "I think " + secret + "."));
            happened("task-taken-back", "system", Map.of("holder", person, "stage", "TRIAGE", "ground", "OVERDUE"));
            happened("exit-plan-approved", "ruth.castillo", Map.of("reasons", "As Jane " + surname + " told me."));
            happened("exit-plan-approved", "ruth.castillo", Map.of("reasons", "Words of my own."));
        });
        decision = entries().get(0).index();
        record.verify(person);
        signing.run();
    }

    @Test
    void nothing_of_the_person_is_left_and_every_proof_still_holds() throws Exception {
        List<String> receipts = entries().stream()
                .map(entry -> proofs.receipt(entry.index()).orElseThrow())
                .toList();
        List<String> bodies = entries().stream().map(RecordEntry::body).toList();
        Path before = exported("before.zip");
        CanaryScan scan = new CanaryScan(Stream.concat(Stream.of(person, surname, secret), nonces().stream())
                .toArray(String[]::new));
        assertThat(scan.tables()).containsExactlyInAnyOrder("record.sealed", "record.verification");

        erased();

        assertThat(scan.tables()).isEmpty();
        assertThat(scan.isIndexed()).isFalse();
        assertThat(entries().stream().map(RecordEntry::body)).isEqualTo(bodies);
        Policy policy = Policy.parse(bytes(text("/record/policy")));
        for (int i = 0; i < receipts.size(); i++) {
            assertThat(Receipt.parse(bytes(receipts.get(i)))
                            .verify(bytes(bodies.get(i)), policy.keys())
                            .size())
                    .isPositive();
        }
        assertThat(verify(before)).contains("The record is intact.");
        Path after = exported("after.zip");
        assertThat(verify(after)).contains("The record is intact.", "were lawfully erased");
        checkedByGo(after);
        for (String leaving : List.of(unpacked(after), text("/audit/export"))) {
            assertThat(scan.standsIn(leaving)).isFalse();
        }
        assertThat(record.verify("system").problem()).isNull();
    }

    @Test
    void who_reads_sees_what_was_erased_when_and_on_which_basis() throws Exception {
        erased();

        List<RecordEntry> now = entries();
        String gone = "erased on ";
        assertThat(now.get(0).actor()).startsWith(gone).endsWith("basis Art. 17(1)(a) GDPR");
        assertThat(now.get(0).text("reasons")).get().asString().startsWith(gone);
        assertThat(now.get(0).text("outcome")).contains("REJECT");
        assertThat(now.get(1).text("holder")).get().asString().startsWith(gone);
        assertThat(now.get(2).actor()).isEqualTo("ruth.castillo");
        assertThat(now.get(2).text("reasons")).get().asString().startsWith(gone);
        assertThat(now.get(3).text("reasons")).contains("Words of my own.");
        assertThat(text("/audit/" + decision)).contains("Erased on", "Art. 17(1)(a) GDPR");
        assertThat(text("/audit?contract=" + contract)).contains("Erased on");
        assertThat(record.verify("august.lund").erased()).isPositive();
        assertThat(text("/audit")).contains("Lawfully erased", "Intact");
        assertThat(text(PAGE)).contains("Lawfully erased", "4 entries").doesNotContain(person);
    }

    @Test
    void the_record_says_what_was_erased_and_not_whose_it_was() throws Exception {
        erased();

        RecordEntry erased = newest("erased");
        assertThat(erased.actor()).isEqualTo("george.tan");
        assertThat(erased.facts())
                .containsEntry("basis", "GDPR_17_1_A")
                .containsEntry("requestedBy", "olga.petrova")
                .containsEntry("entries", 4)
                .containsEntry("values", 5);
        assertThat(erased.list("fields"))
                .map(String::valueOf)
                .contains(decision + "/actor", decision + "/facts/reasons", decision + 1 + "/facts/holder")
                .doesNotContain(decision + 3 + "/facts/reasons");
        RecordEntry requested = newest("erasure-requested");
        assertThat(requested.text("person")).get().asString().startsWith("erased on");
        assertThat(requested.text("reason")).contains(REASON);
    }

    @Test
    void what_was_kept_for_the_person_alone_goes_as_well() throws Exception {
        database.sql(
                        """
                with watched as (insert into contract.watcher values (:watched, :person, now()) returning username),
                seen as (insert into workflow.saved_view values
                    (gen_random_uuid(), :person, 'Mine', '/inbox/mine', false, now()) returning owner),
                searched as (insert into search.saved_search (id, owner, name, query, created_at) values
                    (gen_random_uuid(), :person, 'Mine', 'q=water', now()) returning owner),
                wished as (insert into notification.preference values (:person, false) returning username),
                answered as (insert into access.kept_answer (username, idempotency_key, fingerprint, kept_until)
                    values (:person, 'key', repeat('0', 64), now() + interval '1 day') returning username),
                signed_in as (insert into access.spring_session values (:session, :session, 0, 0, 3600,
                    9000000000000, :person) returning primary_id)
                insert into notification.notice (id, source, username, title, text, link, created_at) values
                    (gen_random_uuid(), gen_random_uuid(), :person, 'Something', 'Words.', '/inbox', now())""")
                .param("person", person)
                .param("session", UUID.randomUUID().toString())
                .param(
                        "watched",
                        registering
                                .register(RegisteredContracts.aDraft("Watched"), "FORM", RegisteredContracts.SOFIA)
                                .id()
                                .value())
                .update();
        CanaryScan scan = new CanaryScan(person);
        assertThat(scan.tables())
                .contains(
                        "access.kept_answer",
                        "access.spring_session",
                        "contract.watcher",
                        "workflow.saved_view",
                        "search.saved_search",
                        "notification.preference",
                        "notification.notice");

        erased();

        assertThat(scan.tables()).isEmpty();
    }

    @Test
    void the_form_keeps_what_was_typed_and_says_what_is_wrong() throws Exception {
        MvcTestResult answer = post("olga.petrova", PAGE, "account", person, "name", "", "basis", "", "reason", "no");
        assertThat(answer).hasStatus(422).bodyText().contains(person, "Choose the ground", "30 to 2,000 characters");

        MvcTestResult naming =
                post("olga.petrova", PAGE, "account", person, "basis", "B", "reason", REASON + " It is " + person);
        assertThat(naming).hasStatus(422).bodyText().contains("Leave the name of the person out");
    }

    @Test
    void only_ombuds_and_board_committee_erase_and_auditors_look_on() throws Exception {
        for (String other : List.of("lena.hoffman", "erin.walsh", "dana.whitfield")) {
            assertThat(get(other, PAGE)).hasStatus(403);
            assertThat(post(other, PAGE, "account", person)).hasStatus(403);
        }
        assertThat(get("august.lund", PAGE)).hasStatusOk().bodyText().doesNotContain("Ask for an erasure");
        assertThat(post("august.lund", PAGE, "account", person)).hasStatus(403);
        assertThat(get("olga.petrova", PAGE)).hasStatusOk().bodyText().contains("Ask for an erasure");
    }

    /** R28 */
    @Test
    void what_the_rules_refuse_is_recorded() throws Exception {
        String id = requested();
        assertThat(text(PAGE)).contains(person, "1 of them in what others wrote");

        assertThat(post("olga.petrova", PAGE + "/" + id + "/approve"))
                .hasStatus(403)
                .bodyText()
                .contains("Somebody else than who asked");
        refusedAs("SECOND_PERSON");
        assertThat(request("george.tan", person)).hasStatus(409);
        refusedAs("ASKED_ALREADY");
        assertThat(request("olga.petrova", "olga.petrova")).hasStatus(403);
        refusedAs("ABOUT_ONESELF");
        assertThat(request("olga.petrova", "ruth.castillo")).hasStatus(409);
        refusedAs("ACCOUNT_IN_USE");
        assertThat(post("george.tan", PAGE + "/" + id + "/decline")).hasStatus3xxRedirection();
        assertThat(post("george.tan", PAGE + "/" + id + "/approve")).hasStatus(409);
        refusedAs("ALREADY_DECIDED");
        assertThat(entries().get(0).actor()).isEqualTo(person);

        erased();
        assertThat(request("olga.petrova", person)).hasStatus(409);
        refusedAs("NOTHING_LEFT");
    }

    private void refusedAs(String rule) {
        assertThat(newest("erasure-refused").text("rule")).contains(rule);
    }

    private void erased() throws Exception {
        String id = requested();
        assertThat(post("george.tan", PAGE + "/" + id + "/approve")).hasStatus3xxRedirection();
        signing.run();
    }

    private String requested() {
        assertThat(request("olga.petrova", person)).hasStatus3xxRedirection();
        return newest("erasure-requested").text("erasureId").orElseThrow();
    }

    private MvcTestResult request(String as, String account) {
        return post(as, PAGE, "account", account, "name", "Jane " + surname, "basis", "A", "reason", REASON);
    }

    private List<RecordEntry> entries() {
        return record.oldest(EntryFilter.ofContract(contract), -1, 10);
    }

    private RecordEntry newest(String kind) {
        return record.newest(EntryFilter.ofKind(kind), Long.MAX_VALUE, 1).get(0);
    }

    private List<String> nonces() {
        return database.sql("select nonce from record.sealed where person = :person")
                .param("person", person)
                .query((row, number) -> HexFormat.of().formatHex(row.getBytes(1)))
                .list();
    }

    private void happened(String kind, String actor, Map<String, Object> facts) {
        events.publishEvent(new Happened(kind, contract, actor, Instant.now(), facts).whole());
    }

    private Path exported(String name) throws Exception {
        MvcTestResult answer = get("august.lund", "/audit/bundle");
        assertThat(answer).hasStatusOk();
        return Files.write(folder.resolve(name), answer.getResponse().getContentAsByteArray());
    }

    /** An erased value is missing with its reason; one that somebody takes out of the export is missing without. */
    private void checkedByGo(Path zip) throws Exception {
        if (!GoCheck.isHere()) {
            return;
        }
        Path files = GoCheck.unzipped(zip, folder.resolve("unzipped"));
        GoCheck.says(files, policy(), 0, "were lawfully erased", "The record is intact.");
        try (Stream<Path> sealed = Files.walk(files.resolve("sealed"))) {
            Path some = sealed.filter(Files::isRegularFile)
                    .filter(file -> file.toFile().length() > 0)
                    .findFirst()
                    .orElseThrow();
            Files.writeString(some, Files.readString(some).replaceFirst("(?s)^[^\n]*\n", ""));
        }
        GoCheck.says(files, policy(), 1, "and no entry says that it was erased", "does NOT prove");
    }

    private static String unpacked(Path zip) throws Exception {
        StringBuilder all = new StringBuilder();
        try (java.util.zip.ZipFile files = new java.util.zip.ZipFile(zip.toFile())) {
            for (var entry : java.util.Collections.list(files.entries())) {
                byte[] bytes = files.getInputStream(entry).readAllBytes();
                all.append(new String(bytes, StandardCharsets.ISO_8859_1)).append('\n');
            }
        }
        return all.toString();
    }

    private Path policy() throws Exception {
        return Files.writeString(folder.resolve("policy"), text("/record/policy"));
    }

    private String verify(Path zip) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RecordCommands.run(
                new String[] {"verify", zip.toString(), policy().toString()},
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private String text(String path) throws Exception {
        MvcTestResult answer = get("august.lund", path);
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private MvcTestResult get(String username, String path) {
        return pages.get()
                .uri(URI.create(path))
                .with(People.signedInAs(username))
                .exchange();
    }

    private MvcTestResult post(String username, String path, String... form) {
        var request = pages.post()
                .uri(URI.create(path))
                .with(People.signedInAs(username))
                .with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
