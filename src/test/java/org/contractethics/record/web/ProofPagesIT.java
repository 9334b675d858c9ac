package org.contractethics.record.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordCommands;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordProofs;
import org.contractethics.record.RecordReader;
import org.contractethics.record.checkpoint.CommittedEntries;
import org.contractethics.record.export.GoCheck;
import org.contractethics.record.export.WritingExport;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.record.proof.Policy;
import org.contractethics.record.proof.Receipt;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Proofs as people download them, checked by programs that know nothing of the application. */
@IntegrationTest
class ProofPagesIT {

    private final MockMvcTester pages;
    private final RecordReader record;
    private final RecordProofs proofs;
    private final WritingExport export;
    private final CommittedEntries signing;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final ContractId contract = new ContractId(UUID.randomUUID());
    private long decision;

    @TempDir
    private Path folder = Path.of("");

    @Autowired
    ProofPagesIT(
            MockMvcTester pages,
            RecordReader record,
            RecordProofs proofs,
            WritingExport export,
            CommittedEntries signing,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.pages = pages;
        this.record = record;
        this.proofs = proofs;
        this.export = export;
        this.signing = signing;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void aDecision() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(happened("decision-recorded"));
            events.publishEvent(happened("vote-cast"));
        });
        decision = record.oldest(EntryFilter.ofContract(contract), -1, 1).get(0).index();
    }

    /** R10, R24 */
    @Test
    void the_answer_to_a_decision_waits_until_its_witness_has_seen_it() {
        assertThat(proofs.witnessed(decision)).isTrue();
        assertThat(get("august.lund", "/audit/" + decision)).bodyText().contains("Recorded", "Receipt of entry");
    }

    /** R10 */
    @Test
    void an_employee_takes_the_receipt_of_a_decision_home_and_checks_it_offline() throws Exception {
        Policy policy = Policy.parse(bytes(text(get("erin.walsh", "/record/policy"))));

        Receipt receipt = Receipt.parse(bytes(text(get("erin.walsh", "/record/receipts/" + decision))));

        byte[] entry = bytes(record.find(decision).orElseThrow().body());
        assertThat(receipt.verify(entry, policy.keys()).size()).isGreaterThan(decision);
        assertThat(policy.accept(bytes(receipt.checkpoint())).quorum()).isTrue();
        assertThat(policy.accept(bytes(text(get("erin.walsh", "/record/checkpoint"))))
                        .checkpoint()
                        .origin())
                .startsWith("localhost/");
    }

    @Test
    void receipts_are_only_for_those_who_may_see_the_entry() {
        signing.run();

        assertThat(get("erin.walsh", "/record/receipts/" + (decision + 1))).hasStatus(404);
        assertThat(get("priya.raman", "/record/receipts/" + (decision + 1))).hasStatusOk();
        assertThat(get("august.lund", "/record/receipts/" + Long.MAX_VALUE)).hasStatus(404);
        assertThat(get("erin.walsh", "/audit/bundle")).hasStatus(403);
    }

    @Test
    void everybody_reads_how_to_check_the_record() {
        assertThat(get("erin.walsh", "/record/proofs"))
                .hasStatusOk()
                .bodyText()
                .contains("How to check the record", "localhost/witness", "check.go")
                .doesNotContain("/audit/bundle");
        assertThat(get("august.lund", "/record/proofs")).bodyText().contains("/audit/bundle");
    }

    @Test
    void outsiders_read_how_to_check_the_record_and_its_keys_without_an_account() throws Exception {
        assertThat(outside("/record/proofs"))
                .hasStatusOk()
                .bodyText()
                .contains("How to check the record", "localhost/witness", "Sign in")
                .doesNotContain("/audit/bundle", "/record/reads", contract.toString());
        Policy policy = Policy.parse(bytes(text(outside("/record/policy"))));
        assertThat(policy.accept(bytes(text(outside("/record/checkpoint")))).quorum())
                .isTrue();
    }

    @Test
    void outsiders_get_no_receipt_and_no_entry_without_an_account() {
        for (String path : List.of("/record/receipts/" + decision, "/record/reads", "/audit/bundle", "/audit")) {
            assertThat(outside(path)).hasStatus3xxRedirection();
        }
    }

    @Test
    void an_export_is_verified_by_the_program_in_the_same_file() throws Exception {
        MvcTestResult answer = get("august.lund", "/audit/bundle");
        assertThat(answer).hasStatusOk();
        Path zip =
                Files.write(folder.resolve("record.zip"), answer.getResponse().getContentAsByteArray());

        Said said = verify(zip, policy());

        assertThat(said.text()).contains("The record is intact.", "Enough witnesses", "whose hash the record holds");
        assertThat(said.code()).isZero();
        assertThat(verify(zip))
                .satisfies(alone -> assertThat(alone.text())
                        .contains("keys were taken from the export itself", "whose record it is was not checked")
                        .doesNotContain("is intact"))
                .satisfies(alone -> assertThat(alone.code()).isEqualTo(3));
    }

    /** R39 */
    @Test
    void an_export_is_verified_by_the_libraries_of_others() throws Exception {
        assumeThat(GoCheck.isHere()).isTrue();
        Path honest = unzipped(exported(entry -> entry.index() != decision));
        GoCheck.says(honest, policy(), 0, "1 withheld", "The record is intact.");

        Path tile = honest.resolve(entriesName(sizeOf(honest)));
        byte[] bytes = Files.readAllBytes(tile);
        bytes[bytes.length / 2] ^= 1;
        Files.write(tile, bytes);

        GoCheck.says(honest, policy(), 1, "does NOT prove");
    }

    @Test
    void of_entries_that_are_withheld_the_hash_is_enough() throws Exception {
        Path zip = exported(entry -> entry.index() != decision);

        Said said = verify(zip, policy());

        assertThat(said.text()).contains("The record is intact.", "1 of them are withheld");
        assertThat(new String(Files.readAllBytes(zip), StandardCharsets.ISO_8859_1))
                .doesNotContain(contract.toString());
    }

    /** R40 */
    @Test
    void whatever_is_changed_in_an_export_is_found() throws Exception {
        Path honest = unzipped(exported(entry -> true));
        String last = entriesName(sizeOf(honest));
        List<String> files = List.of(
                last, last.replace("entries", "0"), last.replace("tile/entries", "sealed"), "checkpoint", "withheld");
        for (String name : files) {
            Path file = honest.resolve(name);
            byte[] before = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            byte[] changed = before.length == 0 ? bytes("no number") : before.clone();
            changed[changed.length / 2] ^= 1;
            Files.write(file, changed);

            Said said = verify(honest, policy());

            assertThat(said.code()).as(name).isEqualTo(1);
            assertThat(said.text()).as(name).contains("does NOT prove");
            Files.write(file, before);
        }
        assertThat(verify(honest, policy()).code()).isZero();
        Files.delete(honest.resolve(last));
        assertThat(verify(honest).text()).contains("is missing");
    }

    @Test
    void an_export_is_not_accepted_under_the_key_of_another_record() throws Exception {
        Path zip = exported(entry -> true);
        Path other = Files.writeString(
                folder.resolve("other"),
                "log PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\nquorum none\n");

        assertThat(verify(zip, other).code()).isEqualTo(1);
        assertThat(verify(folder.resolve("nothing.zip")).code()).isEqualTo(2);
        assertThat(RecordCommands.run(new String[] {"--server.port=1"}, System.out))
                .isEmpty();
    }

    /** As somebody outside keeps it. */
    private Path policy() throws Exception {
        return Files.writeString(folder.resolve("policy"), text(get("august.lund", "/record/policy")));
    }

    private Path exported(Predicate<RecordEntry> readable) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        export.write(checkpoint -> bytes, readable);
        return Files.write(folder.resolve("record.zip"), bytes.toByteArray());
    }

    /** Of this export, whatever others have added to the record meanwhile. */
    private static long sizeOf(Path unzipped) throws IOException {
        return Long.parseLong(Files.readAllLines(unzipped.resolve("checkpoint")).get(1));
    }

    private static String entriesName(long size) {
        long tile = (size - 1) / 256;
        long width = size - tile * 256;
        assertThat(tile).isLessThan(1_000);
        return "tile/entries/%03d".formatted(tile) + (width == 256 ? "" : ".p/" + width);
    }

    private Path unzipped(Path zip) throws IOException {
        return GoCheck.unzipped(zip, folder.resolve("unzipped"));
    }

    private record Said(int code, String text) {}

    private static Said verify(Path... arguments) {
        List<String> words = new ArrayList<>(List.of("verify"));
        for (Path argument : arguments) {
            words.add(argument.toString());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = RecordCommands.run(words.toArray(String[]::new), new PrintStream(out, true, StandardCharsets.UTF_8))
                .orElseThrow();
        return new Said(code, out.toString(StandardCharsets.UTF_8));
    }

    private static String text(MvcTestResult answer) throws Exception {
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private MvcTestResult outside(String path) {
        return pages.get().uri(URI.create(path)).exchange();
    }

    private MvcTestResult get(String username, String path) {
        return pages.get()
                .uri(URI.create(path))
                .with(People.signedInAs(username))
                .exchange();
    }

    private Happened happened(String kind) {
        return new Happened(kind, contract, "ruth.castillo", Instant.now(), Map.of()).whole();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
