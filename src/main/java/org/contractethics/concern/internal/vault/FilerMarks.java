package org.contractethics.concern.internal.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the concerns of somebody who is signed in, without their name beside any of them (H12): a mark for each concern, made with a key
 * that is not in the database. Two marks of one person have nothing in common.
 */
@Component
public class FilerMarks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int HALF = 16;

    private static final long VERSION_BITS = 0xF000L;
    private static final long RANDOM_VERSION = 0x4000L;
    private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final @Nullable SecretKeySpec key;

    FilerMarks(CustodianSettings settings) {
        this.key = settings.lookupBytes()
                .map(bytes -> {
                    if (bytes.length != CustodianKeys.LOOKUP_BYTES) {
                        throw CustodianSettings.malformed("lookup-key");
                    }
                    return new SecretKeySpec(bytes, ALGORITHM);
                })
                .orElse(null);
    }

    /** What stands beside the concern in place of a name. */
    public byte[] mark(ConcernId concern, String username) {
        return hmac("mark", concern.toString(), username);
    }

    public boolean isOf(byte[] mark, ConcernId concern, String username) {
        return MessageDigest.isEqual(mark, mark(concern, username));
    }

    /** The filer's key to the concern, for {@link Opener#filer}. */
    public byte[] key(ConcernId concern, String username) {
        return hmac("key", concern.toString(), username);
    }

    /**
     * The id of a concern that somebody files by a program under a key of theirs: always the same, so that it is filed once, and to
     * whoever lacks our key as random as any other.
     */
    public ConcernId filedUnder(String key, String username) {
        ByteBuffer bytes = ByteBuffer.wrap(hmac("filing", key, username));
        return new ConcernId(new UUID(
                (bytes.getLong() & ~VERSION_BITS) | RANDOM_VERSION, (bytes.getLong() & ~VARIANT_BITS) | VARIANT));
    }

    /** What stands beside a signature on a version of a letter in place of a name; nothing in common with a filer's mark. */
    public byte[] signature(ConcernId letter, int version, String username) {
        return hmac("signature " + version, letter.toString(), username);
    }

    /** 32 hexadecimal digits for the list of what was destroyed; nothing in common with what stands beside a concern. */
    public String ofDestroyed(String text) {
        return HexFormat.of().formatHex(hmac("destroyed", text), 0, HALF);
    }

    private byte[] hmac(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(requireKey());
            return mac.doFinal(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this machine has no " + ALGORITHM, e);
        }
    }

    private SecretKeySpec requireKey() {
        if (key == null) {
            throw new Refused(
                    Refused.Kind.UNAVAILABLE,
                    List.of("Concerns are not available at the moment: the key that finds them again is missing."
                            + " Nothing was stored. Please try again later."));
        }
        return key;
    }
}
