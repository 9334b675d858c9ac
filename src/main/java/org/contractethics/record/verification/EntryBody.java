package org.contractethics.record.verification;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the bytes of an entry must be, without any column beside them. */
final class EntryBody {

    /** Names people and holds texts openly. */
    private static final Long FIRST = 1L;

    /** Commits to them. */
    private static final Long SECOND = 2L;

    /** As the second, and a decision may say in codes what stood when it was made. */
    private static final Long THIRD = 3L;

    /** Names the version of the schema of its kind, and fits it. */
    private static final Long FOURTH = 4L;

    private static final Set<String> FIELDS =
            Set.of("schema", "seq", "kind", "contract", "actor", "occurredAt", "recordedAt", "facts");

    private static final Pattern ZEROS = Pattern.compile("0*");

    private EntryBody() {}

    static @Nullable String problem(
            long index, byte[] bytes, EntryRules rules, SealedValues values, ExportedCatalogue exported) {
        try {
            Object read = CanonicalReader.read(bytes);
            String body = problem(index, read, exported.catalogue());
            String problem = body == null ? problem(index, (Map<?, ?>) read, rules) : body;
            ValuesOfEntry beside = values.take(index);
            if (problem == null) {
                exported.heed((Map<?, ?>) read);
                return values.problem(index, (Map<?, ?>) read, beside.with((Map<?, ?>) read));
            }
            return problem;
        } catch (NotCanonicalException e) {
            return "the body is not canonical JSON: " + e.getMessage() + ".";
        }
    }

    /** What it must be behind the others; no column beside it tells its times. */
    private static @Nullable String problem(long index, Map<?, ?> body, EntryRules rules) {
        String times = EntryTimes.problem(body);
        String back = times == null ? rules.timeProblem(body) : times;
        return back == null ? rules.bodyProblem(index, body) : back;
    }

    static @Nullable String problem(long index, Object read, Catalogue catalogue) {
        if (!(read instanceof Map<?, ?> body)) {
            return "the body is not an object.";
        }
        for (Object field : body.keySet()) {
            if (!FIELDS.contains(field) && !isOfSchema(body, field) && !isPadding(body, field)) {
                return "the body has an unknown field " + field + ".";
            }
        }
        if (!Objects.equals(body.get("seq"), index)) {
            return "the body says seq " + body.get("seq") + ".";
        }
        boolean known = FIRST.equals(body.get("schema")) || commits(body);
        if (!known || !(body.get("facts") instanceof Map<?, ?> facts)) {
            return "the body is not of schema " + FIRST + ", " + SECOND + ", " + THIRD + " or " + FOURTH + ".";
        }
        String commitments = commits(body) ? Commitments.problem(body) : null;
        if (commitments == null && isClosed(body)) {
            commitments = catalogue.problem(body);
        }
        boolean inCodes = commitments == null && (THIRD.equals(body.get("schema")) || isClosed(body));
        return inCodes ? StandingCodes.problem(facts) : commitments;
    }

    private static boolean commits(Map<?, ?> body) {
        return SECOND.equals(body.get("schema")) || THIRD.equals(body.get("schema")) || isClosed(body);
    }

    /** Whether it says which version of the schema of its kind it has. */
    static boolean isClosed(Map<?, ?> body) {
        return FOURTH.equals(body.get("schema"));
    }

    /** Only where nobody is named, and nothing but zeros, so that it holds nothing. */
    private static boolean isPadding(Map<?, ?> body, Object field) {
        return field.equals("padding")
                && commits(body)
                && "-".equals(body.get("actor"))
                && body.get(field) instanceof String zeros
                && ZEROS.matcher(zeros).matches();
    }

    private static boolean isOfSchema(Map<?, ?> body, Object field) {
        return (commits(body) && (field.equals("persons") || field.equals("texts")))
                || (isClosed(body) && field.equals("version"));
    }
}
