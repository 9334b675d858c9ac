package org.contractethics.concern.internal.vault;

import com.google.crypto.tink.HybridDecrypt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.contractethics.shared.ConcernId;

/** One part of a concern, opened for somebody entitled: any number of its fields can be read. */
public final class Opening {

    private final ConcernId concern;
    private final Part part;
    private final HybridDecrypt key;
    private final BrokenSeals broken;

    Opening(ConcernId concern, Part part, HybridDecrypt key, BrokenSeals broken) {
        this.concern = concern;
        this.part = part;
        this.key = key;
        this.broken = broken;
    }

    /** Refuses and records bytes that are not what was sealed for this field of this concern. */
    public byte[] bytes(String field, byte[] sealed) {
        try {
            byte[] padded = key.decrypt(sealed, Context.ofField(concern, part, field));
            try {
                return Padding.unpadded(padded);
            } finally {
                Arrays.fill(padded, (byte) 0);
            }
        } catch (GeneralSecurityException e) {
            broken.found(concern, field);
            throw BrokenSeals.refused();
        }
    }

    public String text(String field, byte[] sealed) {
        byte[] plain = bytes(field, sealed);
        try {
            return new String(plain, StandardCharsets.UTF_8);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }
}
