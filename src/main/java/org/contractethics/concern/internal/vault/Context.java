package org.contractethics.concern.internal.vault;

import java.nio.charset.StandardCharsets;
import org.contractethics.shared.ConcernId;

/** What a sealed value is bound to: moved to another concern, part or field, it does not open. */
final class Context {

    private static final String SEPARATOR = "\0";

    private Context() {}

    static byte[] ofField(ConcernId concern, Part part, String field) {
        return bytes("field", concern.toString(), part.name(), field);
    }

    static byte[] ofWrap(ConcernId concern, Part part, String recipient) {
        return bytes("wrap", concern.toString(), part.name(), recipient);
    }

    static byte[] ofFilerWrap(ConcernId concern, Part part) {
        return bytes("filer", concern.toString(), part.name());
    }

    /** The custodian's copy of the key of a concern. */
    static byte[] ofConcern(ConcernId concern, Part part) {
        return bytes("concern", concern.toString(), part.name());
    }

    /** The key of a person. */
    static byte[] ofRecipient(String recipient) {
        return bytes("recipient", recipient);
    }

    private static byte[] bytes(String... parts) {
        return ("contract-ethics" + SEPARATOR + String.join(SEPARATOR, parts)).getBytes(StandardCharsets.UTF_8);
    }
}
