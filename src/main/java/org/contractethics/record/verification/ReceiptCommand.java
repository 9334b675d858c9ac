package org.contractethics.record.verification;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.contractethics.record.proof.GivenFile;
import org.contractethics.record.proof.MerkleProof;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.PlainText;
import org.contractethics.record.proof.Policy;
import org.contractethics.record.proof.Policy.Accepted;
import org.contractethics.record.proof.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * {@code verify RECEIPT ENTRY POLICY [FILING]}: says whether one entry is in the record, by a receipt alone. The key comes from elsewhere,
 * never from the receipt.
 */
final class ReceiptCommand {

    private static final byte[] HEADER = "c2sp.org/tlog-proof@".getBytes(StandardCharsets.US_ASCII);
    private static final String LEAF_HASH = "[0-9a-f]{64}";
    private static final int WITH_FILING = 4;
    private static final int LONGEST = 16 * 1024 * 1024;

    private final PrintStream out;
    private boolean witnessed;

    ReceiptCommand(PrintStream out) {
        this.out = out;
    }

    /** Whether this file says that it is one. */
    static boolean isReceipt(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(HEADER.length), HEADER);
        }
    }

    /** Whether there are the arguments that it takes. */
    static boolean takes(List<String> arguments) {
        return arguments.size() == WITH_FILING - 1 || arguments.size() == WITH_FILING;
    }

    /** @return whether the entry holds what the schema of its kind says, as far as its bytes are there and this program knows it */
    boolean run(List<String> arguments) throws IOException, NotProvenException {
        Receipt receipt = Receipt.parse(given(arguments.get(0)));
        byte[] entry = arguments.get(1).matches(LEAF_HASH) ? null : given(arguments.get(1));
        byte[] leaf = entry == null ? HexFormat.of().parseHex(arguments.get(1)) : MerkleProof.leafHash(entry);
        Policy policy = Policy.parse(given(arguments.get(2)));
        Accepted accepted = policy.accept(receipt.checkpoint().getBytes(StandardCharsets.UTF_8));
        if (!accepted.quorum()) {
            throw new NotProvenException("too few witnesses have cosigned the checkpoint: " + accepted.cosigned());
        }
        MerkleProof.inclusion(
                receipt.index(),
                accepted.checkpoint().size(),
                leaf,
                receipt.path(),
                accepted.checkpoint().root());
        say("The checkpoint of " + accepted.checkpoint().origin() + " over "
                + accepted.checkpoint().sizeText() + " entries is signed by a key of the policy.");
        witnessed = policy.asksForWitnesses();
        say(
                witnessed
                        ? "Enough witnesses have cosigned it: " + String.join(", ", accepted.cosigned()) + "."
                        : "The policy asks for no witness.");
        say("This is entry " + Long.toUnsignedString(receipt.index()) + " of them.");
        if (arguments.size() == WITH_FILING) {
            demandFiling(entry, given(arguments.get(3)));
            say("It tells of the filing with this proof.");
        }
        return entry == null || fits(receipt.index(), entry);
    }

    /** Whether the policy that it was checked by asks for cosignatures of anybody outside. */
    boolean witnessed() {
        return witnessed;
    }

    /** Whoever holds the keys can have anything witnessed: an entry of another form is in the record and was not written by the application. */
    private boolean fits(long index, byte[] entry) throws NotProvenException {
        Object body = read(entry);
        if (body instanceof Map<?, ?> fields
                && EntryBody.isClosed(fields)
                && !Catalogue.ofProgram().knows(fields)) {
            out.println(PlainText.of("note     This program does not know version " + fields.get("version") + " of "
                    + fields.get("kind") + ": what the entry holds was not checked."));
            return true;
        }
        String form = EntryBody.problem(index, body, Catalogue.ofProgram());
        String problem = form == null && body instanceof Map<?, ?> fields ? EntryTimes.problem(fields) : form;
        if (problem == null) {
            say("It holds what entries of its kind hold.");
        } else {
            out.println(PlainText.of("problem  " + problem));
        }
        return problem == null;
    }

    /** The entry about a filing holds the hash of what the filer was given. */
    private static void demandFiling(byte @Nullable [] entry, byte[] filing) throws IOException, NotProvenException {
        if (entry == null) {
            throw new IOException("a proof of filing is checked with the bytes of the entry, not with its hash");
        }
        if (!hash(filing).equals(commitment(entry))) {
            throw new NotProvenException("the entry is not about the filing with this proof");
        }
    }

    private static @Nullable Object commitment(byte[] entry) throws NotProvenException {
        return read(entry) instanceof Map<?, ?> body
                        && "concern-filed".equals(body.get("kind"))
                        && body.get("facts") instanceof Map<?, ?> facts
                ? facts.get("commitment")
                : null;
    }

    private static Object read(byte[] entry) throws NotProvenException {
        try {
            return CanonicalReader.read(entry);
        } catch (NotCanonicalException e) {
            throw new NotProvenException("the entry is not canonical JSON: " + e.getMessage());
        }
    }

    private static String hash(byte[] filing) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(filing));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The bytes of a file that was named; none of them is anywhere near as long. */
    static byte[] given(String name) throws IOException {
        return GivenFile.read(GivenFile.named(name), LONGEST);
    }

    private void say(String line) {
        out.println(PlainText.of("ok       " + line));
    }
}
