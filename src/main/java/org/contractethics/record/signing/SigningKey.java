package org.contractethics.record.signing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.contractethics.shared.Sha256;

/** An Ed25519 key that signs as a log or as a witness, made from 32 secret bytes. */
public final class SigningKey {

    public static final int SECRET = 32;

    private static final byte LOG = 0x01;
    private static final byte COSIGNATURE = 0x04;
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final String name;
    private final PrivateKey secret;
    private final byte[] material;
    private final byte[] id;

    private SigningKey(String name, byte type, byte[] secret) {
        if (secret.length != SECRET) {
            throw new IllegalArgumentException("a signing key has " + SECRET + " bytes, not " + secret.length);
        }
        try {
            this.name = name;
            this.secret =
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(joined(PKCS8, secret)));
            this.material = joined(new byte[] {type}, publicKey(secret));
            byte[] named = (name + "\n").getBytes(StandardCharsets.UTF_8);
            this.id = Arrays.copyOf(Sha256.of(joined(named, material)), Integer.BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java since 15 has Ed25519", e);
        }
    }

    public static SigningKey ofLog(String origin, byte[] secret) {
        return new SigningKey(origin, LOG, secret);
    }

    public static SigningKey ofWitness(String name, byte[] secret) {
        return new SigningKey(name, COSIGNATURE, secret);
    }

    /** Java derives a public key only while it generates a pair, and takes the secret from the random numbers it is given. */
    private static byte[] publicKey(byte[] secret) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(secret, 0, bytes, 0, bytes.length);
            }
        });
        KeyPair pair = generator.generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - SECRET, encoded.length);
    }

    public String name() {
        return name;
    }

    /** The public half as one line of text, for everybody who verifies. */
    public String verifierKey() {
        return name + "+" + HexFormat.of().formatHex(id) + "+"
                + Base64.getEncoder().encodeToString(material);
    }

    /** The signature line of a log under this text. */
    public String sign(String text) {
        return line(signature(text));
    }

    /** The signature line of a witness under this checkpoint. */
    public String cosign(String checkpoint, long time) {
        byte[] stamp = ByteBuffer.allocate(Long.BYTES).putLong(time).array();
        return line(joined(stamp, signature("cosignature/v1\ntime " + time + "\n" + checkpoint)));
    }

    private String line(byte[] signature) {
        return "\u2014 " + name + " " + Base64.getEncoder().encodeToString(joined(id, signature)) + "\n";
    }

    private byte[] signature(String message) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(secret);
            ed25519.update(message.getBytes(StandardCharsets.UTF_8));
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key that does not sign", e);
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(first.length + second.length);
        bytes.writeBytes(first);
        bytes.writeBytes(second);
        return bytes.toByteArray();
    }
}
