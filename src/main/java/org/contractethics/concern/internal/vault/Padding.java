package org.contractethics.concern.internal.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** Hides the exact length of a text: whoever knows it could tell texts apart without opening them (1 KiB classes). */
final class Padding {

    private static final int CLASS = 1024;

    private Padding() {}

    static byte[] padded(byte[] plain) {
        int needed = Math.addExact(Integer.BYTES, plain.length);
        int length = Math.multiplyExact((needed - 1) / CLASS + 1, CLASS);
        return ByteBuffer.allocate(length).putInt(plain.length).put(plain).array();
    }

    static byte[] unpadded(byte[] padded) throws GeneralSecurityException {
        int length =
                padded.length < Integer.BYTES ? -1 : ByteBuffer.wrap(padded).getInt();
        if (length < 0 || length > padded.length - Integer.BYTES) {
            throw new GeneralSecurityException("not padded as every text is");
        }
        return Arrays.copyOfRange(padded, Integer.BYTES, Integer.BYTES + length);
    }
}
