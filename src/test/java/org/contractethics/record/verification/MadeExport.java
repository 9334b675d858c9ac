package org.contractethics.record.verification;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.record.internal.RecordFixtures.Sealed;
import org.contractethics.record.signing.Notes;
import org.contractethics.record.signing.SigningKey;
import org.contractethics.record.signing.TreeHashes;
import org.contractethics.shared.Sha256;
import org.springframework.util.FileSystemUtils;

/** An export as somebody could make it who holds every key: hashes, signatures and commitments are right, whatever its entries say. */
record MadeExport(Path folder) {

    private static final String ORIGIN = "tests.example/record";
    private static final SigningKey LOG = SigningKey.ofLog(ORIGIN, new byte[SigningKey.SECRET]);
    private static final SigningKey COUNCIL = SigningKey.ofWitness(
            "council.example/w1", "key of somebody who only watches".getBytes(StandardCharsets.UTF_8));

    static Sealed vote() {
        return sealed(RecordFixtures.anEvent("vote-cast", Map.of()).whole(), 0);
    }

    static Sealed told(byte[] catalogue) {
        return told(catalogue, 1);
    }

    static Sealed told(byte[] catalogue, long place) {
        return told(Sha256.hex(catalogue), place);
    }

    static Sealed told(String hash) {
        return told(hash, 1);
    }

    /** As each start of the application tells its files. */
    private static Sealed told(String hash, long place) {
        Map<String, Object> change = Map.of("setting", "file record/" + Catalogue.FILE, "new", hash);
        Map<String, Object> facts = Map.of("changes", List.of(change), "settings", 1);
        return sealed(new Happened("settings-changed", null, "system", RecordFixtures.NOW, facts).whole(), place);
    }

    static Sealed sealed(Happened event, long place) {
        return RecordFixtures.sealed(event, place, new Random(place));
    }

    /** The entry with other words in its body, which its commitments do not follow. */
    static Sealed changed(Sealed entry, String part, String instead) {
        String body = new String(entry.body(), StandardCharsets.UTF_8);
        if (!body.contains(part)) {
            throw new IllegalArgumentException(part + " is not in " + body);
        }
        return new Sealed(body.replace(part, instead).getBytes(StandardCharsets.UTF_8), entry.lines());
    }

    /** In place of the one that was there. */
    void of(Sealed... entries) throws IOException {
        FileSystemUtils.deleteRecursively(folder.resolve("tile"));
        FileSystemUtils.deleteRecursively(folder.resolve("sealed"));
        ByteArrayOutputStream leaves = new ByteArrayOutputStream();
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        StringBuilder values = new StringBuilder();
        for (Sealed entry : entries) {
            leaves.writeBytes(Scans.leaf(entry.body()));
            bundle.write(entry.body().length >> 8);
            bundle.write(entry.body().length);
            bundle.writeBytes(entry.body());
            values.append(entry.lines());
        }
        TreeHashes tree =
                new TreeHashes((from, to) -> Arrays.copyOfRange(leaves.toByteArray(), (int) from * 32, (int) to * 32));
        String text = Notes.checkpoint(ORIGIN, entries.length, tree.root(entries.length));
        write(
                "checkpoint",
                Notes.signed(text, List.of(LOG.sign(text), COUNCIL.cosign(text, 7)))
                        .getBytes(StandardCharsets.UTF_8));
        policy(keys() + "quorum council\n");
        write("withheld", new byte[0]);
        write("tile/0/000.p/" + entries.length, leaves.toByteArray());
        write("tile/entries/000.p/" + entries.length, bundle.toByteArray());
        write("sealed/000.p/" + entries.length, values.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Where the policy lies by which it is right. */
    Path policy() {
        return folder.resolve("policy");
    }

    /** The lines of a policy that name them. */
    static String keys() {
        return "log " + LOG.verifierKey() + "\nwitness council " + COUNCIL.verifierKey() + "\n";
    }

    void policy(String text) throws IOException {
        write("policy", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The policy of whoever has no witness. */
    void withoutWitness() throws IOException {
        policy("log " + LOG.verifierKey() + "\nquorum none\n");
    }

    void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
