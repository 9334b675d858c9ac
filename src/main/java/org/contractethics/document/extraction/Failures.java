package org.contractethics.document.extraction;

import java.util.Locale;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.util.RecordFormatException;

/** Names the reason behind whatever a parser threw. */
final class Failures {

    private static final int DEEPEST_CAUSE = 10;

    private Failures() {}

    static UnreadableReason reason(Throwable thrown) {
        Throwable at = thrown;
        for (int i = 0; i < DEEPEST_CAUSE && at != null; i++) {
            UnreadableReason named = named(at);
            if (named != UnreadableReason.DAMAGED) {
                return named;
            }
            at = at.getCause();
        }
        return UnreadableReason.DAMAGED;
    }

    private static UnreadableReason named(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
        if (thrown instanceof LimitHitException || thrown instanceof VirtualMachineError) {
            return UnreadableReason.LIMIT_HIT;
        }
        if (thrown instanceof HostileFileException || message.contains("zip bomb")) {
            return UnreadableReason.HOSTILE;
        }
        if (thrown instanceof NoTextLayerException) {
            return UnreadableReason.NO_TEXT_LAYER;
        }
        // ciphers of PDF that need a library this system does not carry
        boolean cipher = thrown instanceof LinkageError && message.contains("bouncycastle");
        if (cipher || thrown instanceof LockedFileException) {
            return UnreadableReason.LOCKED;
        }
        boolean password = thrown instanceof EncryptedDocumentException || thrown instanceof InvalidPasswordException;
        if (password || message.contains("password") || message.contains("encrypted")) {
            return UnreadableReason.ENCRYPTED;
        }
        if (thrown instanceof UnsupportedFileFormatException || message.contains("isn't currently supported")) {
            return UnreadableReason.UNSUPPORTED_VERSION;
        }
        boolean allocation = thrown instanceof RecordFormatException && message.contains("allocate");
        return allocation || message.contains("max size of an array")
                ? UnreadableReason.LIMIT_HIT
                : UnreadableReason.DAMAGED;
    }
}
