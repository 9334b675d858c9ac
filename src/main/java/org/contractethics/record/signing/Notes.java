package org.contractethics.record.signing;

import java.util.Base64;
import java.util.List;

/** The texts that leave the house, as C2SP writes them. */
public final class Notes {

    private Notes() {}

    /** tlog-checkpoint, still unsigned. */
    public static String checkpoint(String origin, long size, byte[] root) {
        return origin + "\n" + size + "\n" + base64(root) + "\n";
    }

    /** signed-note: a text and the signature lines below it. */
    public static String signed(String text, List<String> signatureLines) {
        return text + "\n" + String.join("", signatureLines);
    }

    /** tlog-proof. */
    public static String receipt(long index, List<byte[]> path, String signedCheckpoint) {
        return "c2sp.org/tlog-proof@v1\nindex " + index + "\n" + hashes(path) + "\n" + signedCheckpoint;
    }

    /** The request of tlog-witness. */
    public static String addCheckpoint(long old, List<byte[]> path, String signedCheckpoint) {
        return "old " + old + "\n" + hashes(path) + "\n" + signedCheckpoint;
    }

    private static String hashes(List<byte[]> path) {
        StringBuilder lines = new StringBuilder();
        path.forEach(hash -> lines.append(base64(hash)).append('\n'));
        return lines.toString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
