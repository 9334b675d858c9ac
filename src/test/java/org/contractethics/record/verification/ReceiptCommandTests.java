package org.contractethics.record.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.record.proof.Mutations;
import org.contractethics.record.signing.Notes;
import org.contractethics.record.signing.SigningKey;
import org.contractethics.record.signing.TreeHashes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R30: whoever holds a receipt checks it with the program file alone, without export and network. */
class ReceiptCommandTests {

    private static final String ORIGIN = "tests.example/record";
    private static final SigningKey LOG = SigningKey.ofLog(ORIGIN, key(1));
    private static final SigningKey COUNCIL = SigningKey.ofWitness("council.example/w1", key(2));
    private static final int SIZE = 11;
    private static final int PLACE = 6;
    private static final byte[] FILING = "what the filer saved\n".getBytes(StandardCharsets.UTF_8);

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Path folder;
    private byte[] receipt = new byte[0];
    private String leafHash = "";

    ReceiptCommandTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void aReceipt() throws Exception {
        String commitment =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(FILING));
        ByteArrayOutputStream leaves = new ByteArrayOutputStream();
        for (int n = 0; n < SIZE; n++) {
            Happened filed = new Happened(
                    "concern-filed",
                    null,
                    "-",
                    RecordFixtures.NOW,
                    Map.of("commitment", n == PLACE ? commitment : "0".repeat(64)));
            add(
                    leaves,
                    "entry-" + n,
                    RecordFixtures.sealed(filed.whole(), n, new Random(n)).body());
        }
        receiptOfEntry(PLACE, leaves);
    }

    private void add(ByteArrayOutputStream leaves, String name, byte[] body) throws IOException {
        write(name, body);
        leaves.writeBytes(Scans.leaf(body));
    }

    private void receiptOfEntry(int place, ByteArrayOutputStream leaves) throws IOException {
        int size = leaves.size() / 32;
        leafHash = HexFormat.of().formatHex(leaves.toByteArray(), place * 32, place * 32 + 32);
        TreeHashes tree =
                new TreeHashes((from, to) -> Arrays.copyOfRange(leaves.toByteArray(), (int) from * 32, (int) to * 32));
        String text = Notes.checkpoint(ORIGIN, size, tree.root(size));
        String note = Notes.signed(text, List.of(LOG.sign(text), COUNCIL.cosign(text, 7)));
        receipt = Notes.receipt(place, tree.inclusion(place, size), note).getBytes(StandardCharsets.UTF_8);
        write("receipt", receipt);
        write("filing", FILING);
        policy("log " + LOG.verifierKey() + "\nwitness council " + COUNCIL.verifierKey() + "\nquorum council\n");
    }

    @Test
    void an_entry_is_in_the_record() {
        assertThat(verify("receipt", "entry-6", "policy")).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(
                        "over 11 entries is signed",
                        "cosigned it: council",
                        "This is entry 6 of them",
                        "is in the record");
    }

    @Test
    void without_a_witness_there_may_be_another_record_of_the_same_keys() throws IOException {
        policy("log " + LOG.verifierKey() + "\nquorum none\n");

        assertThat(verify("receipt", "entry-6", "policy")).isEqualTo(3);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("This is entry 6 of them", "give a policy with witnesses you trust")
                .doesNotContain("The entry is in the record.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"commitment\" | \"a\":\"FINE\",\"commitment\" | /facts/a is unknown",
                "\"seq\":0 | \"seq\":1 | says seq 1",
                "\"schema\":4 | \"schema\":3 | unknown field version",
            })
    void an_entry_that_the_application_does_not_write_is_in_the_record_and_named(
            String part, String instead, String found) throws IOException {
        receiptOfChanged(part, instead);

        assertThat(verify("receipt", "entry", "policy")).isOne();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(found, "is in the record, but it is none that the application writes");
    }

    @Test
    void of_a_newer_version_it_says_that_what_it_holds_was_not_checked() throws IOException {
        receiptOfChanged("\"version\":2", "\"version\":99");

        assertThat(verify("receipt", "entry", "policy")).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("does not know version 99 of concern-filed");
    }

    private void receiptOfChanged(String part, String instead) throws IOException {
        String body = Files.readString(folder.resolve("entry-0"));
        assertThat(body).contains(part);
        ByteArrayOutputStream leaves = new ByteArrayOutputStream();
        add(leaves, "entry", body.replace(part, instead).getBytes(StandardCharsets.UTF_8));
        receiptOfEntry(0, leaves);
    }

    @Test
    void its_leaf_hash_will_do() {
        assertThat(run(
                        folder.resolve("receipt").toString(),
                        leafHash,
                        folder.resolve("policy").toString()))
                .isZero();
    }

    @Test
    void a_filer_sees_that_the_entry_is_about_their_filing() throws IOException {
        assertThat(verify("receipt", "entry-6", "policy", "filing")).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("the filing with this proof");

        write("filing", "what another filer saved\n".getBytes(StandardCharsets.UTF_8));
        assertThat(verify("receipt", "entry-6", "policy", "filing")).isOne();
    }

    @Test
    void another_entry_is_not_proven() {
        for (int n = 0; n < SIZE; n++) {
            assertThat(verify("receipt", "entry-" + n, "policy"))
                    .as("entry %d", n)
                    .isEqualTo(n == PLACE ? 0 : 1);
        }
    }

    @Test
    void a_changed_byte_of_the_receipt_above_the_signatures_or_of_the_entry_is_refused() throws IOException {
        int text = new String(receipt, StandardCharsets.UTF_8).indexOf("\u2014");
        for (int at = 0; at < text; at++) {
            byte[] changed = receipt.clone();
            changed[at] ^= 1;
            write("receipt", changed);
            assertThat(verify("receipt", "entry-6", "policy")).as("byte %d", at).isNotZero();
        }
        write("receipt", receipt);
        byte[] entry = Files.readAllBytes(folder.resolve("entry-6"));
        entry[20] ^= 1;
        write("entry-6", entry);
        assertThat(verify("receipt", "entry-6", "policy")).isOne();
    }

    /** R40 */
    @Test
    void no_mutation_proves_another_entry_or_breaks_the_program() throws IOException {
        Random random = new Random(30);
        for (int i = 0; i < 500; i++) {
            write("receipt", Mutations.of(receipt, random));
            assertThat(verify("receipt", "entry-5", "policy"))
                    .as("mutation %d", i)
                    .isNotZero();
        }
    }

    @Test
    void a_receipt_signed_by_another_key_is_refused() throws IOException {
        SigningKey other = SigningKey.ofLog(ORIGIN, key(3));
        policy("log " + other.verifierKey() + "\nquorum none\n");

        assertThat(verify("receipt", "entry-6", "policy")).isOne();
    }

    @Test
    void a_receipt_that_no_witness_has_seen_is_refused_where_one_is_asked_for() throws IOException {
        SigningKey other = SigningKey.ofWitness("other.example/w1", key(4));
        policy("log " + LOG.verifierKey() + "\nwitness other " + other.verifierKey() + "\nquorum other\n");

        assertThat(verify("receipt", "entry-6", "policy")).isOne();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("too few witnesses");
    }

    @Test
    void without_a_policy_nothing_is_checked_for_a_receipt_names_no_key_to_believe() {
        assertThat(verify("receipt", "entry-6")).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("verify RECEIPT ENTRY POLICY");
        assertThat(verify("receipt", "missing", "policy")).isEqualTo(2);
    }

    private int verify(String... names) {
        return run(Arrays.stream(names)
                .map(name -> folder.resolve(name).toString())
                .toArray(String[]::new));
    }

    private int run(String... arguments) {
        return VerifyCommand.run(List.of(arguments), new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private void policy(String text) throws IOException {
        write("policy", text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private static byte[] key(int number) {
        byte[] key = new byte[SigningKey.SECRET];
        key[0] = (byte) number;
        return key;
    }
}
