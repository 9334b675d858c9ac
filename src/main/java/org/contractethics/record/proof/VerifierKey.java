package org.contractethics.record.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jspecify.annotations.Nullable;

/**
 * The public key of a log or of a witness, as one line of text: name, key id and key (C2SP signed-note, "vkey"). Keys are pinned by
 * whoever verifies, never taken from what is verified. An export bears a checkpoint for every few entries, so signatures are verified by
 * Bouncy Castle, which takes a fraction of the time that the JDK takes.
 */
public final class VerifierKey {

    private static final byte LOG = 0x01;
    private static final byte COSIGNATURE = 0x04;
    private static final int SIGNATURE = 64;
    private static final Pattern FORM = Pattern.compile("([^+\\s]+)\\+([0-9a-f]{8})\\+(\\S+)");

    private final String text;
    private final String name;
    private final int id;
    private final byte type;
    private final byte[] material;
    private final Ed25519.PublicPoint key;

    private VerifierKey(String text, String name, int id, byte[] material, Ed25519.PublicPoint key) {
        this.text = text;
        this.name = name;
        this.id = id;
        this.type = material[0];
        this.material = material;
        this.key = key;
    }

    public static VerifierKey parse(String text) throws NotProvenException {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new NotProvenException("no verifier key: " + Strict.shortened(text));
        }
        byte[] material = Strict.base64(parts.group(3));
        if (material.length != 1 + Strict.HASH || (material[0] != LOG && material[0] != COSIGNATURE)) {
            throw new NotProvenException("a key of another kind than Ed25519: " + Strict.shortened(text));
        }
        int id = id(parts.group(1), material);
        if (id != HexFormat.fromHexDigits(parts.group(2))) {
            throw new NotProvenException("a key id that does not belong to the key: " + Strict.shortened(text));
        }
        return new VerifierKey(text, parts.group(1), id, material, publicKey(material));
    }

    private static int id(String name, byte[] material) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(sha256.digest(material)).getInt();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** None that is no point of the curve, or of the few under which anybody can sign. */
    private static Ed25519.PublicPoint publicKey(byte[] material) throws NotProvenException {
        Ed25519.PublicPoint point = Ed25519.validatePublicKeyFullExport(material, 1);
        if (point == null) {
            throw new NotProvenException("no Ed25519 key");
        }
        return point;
    }

    public String name() {
        return name;
    }

    int id() {
        return id;
    }

    /** Whether it belongs to a witness: its signatures name their time. */
    public boolean cosigns() {
        return type == COSIGNATURE;
    }

    /** Whether both wrap the same key, under whatever name. */
    boolean sameKey(VerifierKey other) {
        return Arrays.equals(material, 1, material.length, other.material, 1, other.material.length);
    }

    /** When it was signed, in seconds since 1970; empty for a log, whose signatures name no time. */
    OptionalLong verify(String note, byte[] signature) throws NotProvenException {
        if (!cosigns()) {
            demand(note, signature);
            return OptionalLong.empty();
        }
        if (signature.length != Long.BYTES + SIGNATURE) {
            throw invalid();
        }
        long time = ByteBuffer.wrap(signature).getLong();
        if (time < 0) {
            throw invalid();
        }
        Checkpoint.parse(note);
        demand(
                "cosignature/v1\ntime " + time + "\n" + note,
                Arrays.copyOfRange(signature, Long.BYTES, signature.length));
        return OptionalLong.of(time);
    }

    private void demand(String message, byte[] signature) throws NotProvenException {
        if (signature.length != SIGNATURE || !verifies(message, signature)) {
            throw invalid();
        }
    }

    private boolean verifies(String message, byte[] signature) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        return Ed25519.verify(signature, 0, key, bytes, 0, bytes.length);
    }

    private NotProvenException invalid() {
        return new NotProvenException("a signature of " + name + " that is not by its key");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VerifierKey key && key.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
