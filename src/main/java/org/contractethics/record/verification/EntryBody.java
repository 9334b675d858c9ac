package org.contractethics.record.verification;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the bytes of an entry must be, without any column beside them. */
final class EntryBody {

    static final long SCHEMA = 1;

    private static final Set<String> FIELDS =
            Set.of("schema", "seq", "kind", "contract", "actor", "occurredAt", "recordedAt", "facts");

    private EntryBody() {}

    static @Nullable String problem(long index, byte[] bytes, EntryRules rules) {
        try {
            Object read = CanonicalReader.read(bytes);
            String problem = problem(index, read);
            return problem == null ? rules.decisionProblem(index, (Map<?, ?>) read) : problem;
        } catch (NotCanonicalException e) {
            return "the body is not canonical JSON: " + e.getMessage() + ".";
        }
    }

    static @Nullable String problem(long index, Object read) {
        if (!(read instanceof Map<?, ?> body)) {
            return "the body is not an object.";
        }
        for (Object field : body.keySet()) {
            if (!FIELDS.contains(field)) {
                return "the body has an unknown field " + field + ".";
            }
        }
        if (!Objects.equals(body.get("seq"), index)) {
            return "the body says seq " + body.get("seq") + ".";
        }
        return Objects.equals(body.get("schema"), SCHEMA) && body.get("facts") instanceof Map<?, ?>
                ? null
                : "the body is not of schema " + SCHEMA + ".";
    }
}
