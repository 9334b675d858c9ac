package org.contractethics.record.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.record.internal.RecordFixtures.Sealed;
import org.contractethics.record.proof.Mutations;
import org.contractethics.record.signing.Notes;
import org.contractethics.record.signing.SigningKey;
import org.contractethics.record.signing.TreeHashes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R40: the command {@code verify}, fed with exports that somebody changed at random, neither breaks nor believes one. */
class ExportMutationTests {

    /** The whole campaign: -Dproof.exports=100000. */
    private static final int MUTATIONS = Integer.getInteger("proof.exports", 400);

    private static final String ORIGIN = "tests.example/record";
    private static final SigningKey LOG = SigningKey.ofLog(ORIGIN, key(1));
    private static final SigningKey COUNCIL = SigningKey.ofWitness("council.example/w1", key(2));
    private static final int SIZE = 7;
    private static final int WITHHELD = 4;

    /** Without it, whoever has another program could not tell that the catalogue was changed. */
    private static final int TELLING = 1;

    private final Random random = new Random(40);
    private final ByteArrayOutputStream leaves = new ByteArrayOutputStream();
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Path folder;
    private final Path policy;

    ExportMutationTests(@TempDir Path temporary) throws IOException {
        folder = Files.createDirectories(temporary.resolve("export"));
        policy = Files.writeString(
                temporary.resolve("policy"),
                "log " + LOG.verifierKey() + "\nwitness council " + COUNCIL.verifierKey() + "\nquorum council\n");
    }

    @BeforeEach
    void anExport() throws IOException {
        entries();
        TreeHashes tree =
                new TreeHashes((from, to) -> Arrays.copyOfRange(leaves.toByteArray(), (int) from * 32, (int) to * 32));
        String text = Notes.checkpoint(ORIGIN, SIZE, tree.root(SIZE));
        put("checkpoint", Notes.signed(text, List.of(LOG.sign(text), COUNCIL.cosign(text, 7))));
        String earlier = Notes.checkpoint(ORIGIN, 3, tree.root(3));
        put("checkpoints/3", Notes.signed(earlier, List.of(LOG.sign(earlier))));
        files.put("tile/0/000.p/" + SIZE, leaves.toByteArray());
        files.put(Catalogue.FILE, Catalogue.bytesOfProgram());
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            write(file.getKey(), file.getValue());
        }
    }

    private void entries() {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        StringBuilder sealed = new StringBuilder();
        for (int n = 0; n < SIZE; n++) {
            Map<String, Object> facts = Map.of("outcome", "REJECT", "reasons", "Because of " + n + ".");
            Happened decision =
                    RecordFixtures.anEvent("decision-recorded", facts).whole();
            Sealed entry = n == TELLING
                    ? MadeExport.told(Catalogue.bytesOfProgram(), n)
                    : RecordFixtures.sealed(decision, n, random);
            byte[] leaf = new CompactRange().leafHash(entry.body());
            leaves.writeBytes(leaf);
            byte[] shown = n == WITHHELD ? new byte[0] : entry.body();
            bundle.write(shown.length >> 8);
            bundle.write(shown.length);
            bundle.writeBytes(shown);
            if (n == WITHHELD) {
                put("withheld", n + " " + Base64.getEncoder().encodeToString(leaf) + "\n");
            } else {
                sealed.append(entry.lines());
            }
        }
        files.put("tile/entries/000.p/" + SIZE, bundle.toByteArray());
        put("sealed/000.p/" + SIZE, sealed.toString());
    }

    @Test
    void no_mutation_of_an_export_is_accepted_or_breaks_the_verifier() throws IOException {
        assertThat(verify()).isZero();
        List<String> names = List.copyOf(files.keySet());
        for (int i = 0; i < MUTATIONS; i++) {
            String name = names.get(random.nextInt(names.size()));
            byte[] honest = Objects.requireNonNull(files.get(name));
            byte[] mutant = Mutations.of(honest, random);
            write(name, mutant);

            if (!Arrays.equals(honest, mutant) && !sameText(name, honest, mutant)) {
                assertThat(verify()).as("mutation %d, of %s", i, name).isOne();
            }
            write(name, honest);
        }
    }

    /** A hash of another length would shift what its neighbour is: refused before it gets into the tree. */
    @Test
    void a_withheld_hash_is_a_hash_and_is_named_once_and_only_where_it_is_needed() throws IOException {
        String line = new String(Objects.requireNonNull(files.get("withheld")), StandardCharsets.UTF_8);
        for (String changed : List.of(
                WITHHELD + " AAAA\n",
                WITHHELD + " " + Base64.getEncoder().encodeToString(new byte[33]) + "\n",
                line + line,
                line + line.replace("4 ", "5 "),
                line.replace("4 ", "04 "),
                line.replace("\n", " x\n"),
                line.replace("\n", "\r"),
                line.strip(),
                "")) {
            write("withheld", changed.getBytes(StandardCharsets.UTF_8));

            assertThat(verify()).as(changed).isOne();
        }
    }

    /** Lines of keys that nobody named are ignored, so behind the signed text some changes mean nothing. */
    private static boolean sameText(String name, byte[] honest, byte[] mutant) {
        return name.startsWith("checkpoint") && signedText(honest).equals(signedText(mutant));
    }

    private static String signedText(byte[] note) {
        String text = new String(note, StandardCharsets.ISO_8859_1);
        return text.substring(0, Math.max(0, text.indexOf("\n\n")));
    }

    /** The exit code of the program that is tried. */
    int verify(Path export, Path trusted) throws IOException {
        return VerifyCommand.run(
                List.of(export.toString(), trusted.toString()),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    }

    private int verify() throws IOException {
        return verify(folder, policy);
    }

    private void put(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static byte[] key(int number) {
        byte[] key = new byte[SigningKey.SECRET];
        key[0] = (byte) number;
        return key;
    }
}
