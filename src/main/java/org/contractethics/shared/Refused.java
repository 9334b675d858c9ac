package org.contractethics.shared;

import java.util.List;

/**
 * An act that the rules do not allow. Thrown so that the transaction rolls back; shown to the person with its reasons and
 * the matching HTTP status. A reason that rests on a hard rule names it in brackets, "(H1)": pages show the sentence, and the
 * API tells the code apart.
 */
public class Refused extends RuntimeException {

    /** Why, and with it the HTTP status that the pages and the API answer. */
    public enum Kind {
        /** The request cannot be understood: 400. */
        MALFORMED(400),
        /** This person may not do this: 403. */
        NOT_ALLOWED(403),
        /** There is no such thing, or this person may not know of it: 404. */
        NOT_FOUND(404),
        /** The thing changed or was finished meanwhile: 409. */
        CONFLICT(409),
        /** The thing is not what the caller named as seen: 412. */
        NOT_AS_SEEN(412),
        /** What was sent breaks a rule: 422. */
        INVALID(422),
        /** The caller has to name what they saw: 428. */
        SEEN_UNKNOWN(428),
        /** Something needed for it is missing at the moment: 503. */
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final transient List<String> reasons;
    private final transient List<FormProblem> fields;
    private final Kind kind;

    /** @param reasons whole sentences for the person, each saying what is wrong and what to do; at least one */
    public Refused(Kind kind, List<String> reasons) {
        this(kind, reasons, List.of());
    }

    private Refused(Kind kind, List<String> reasons, List<FormProblem> fields) {
        super(String.join(" ", reasons));
        this.kind = kind;
        this.reasons = List.copyOf(reasons);
        this.fields = List.copyOf(fields);
    }

    public static Refused notAllowed(String reason) {
        return new Refused(Kind.NOT_ALLOWED, List.of(reason));
    }

    public static Refused notFound(String reason) {
        return new Refused(Kind.NOT_FOUND, List.of(reason));
    }

    public static Refused conflict(String reason) {
        return new Refused(Kind.CONFLICT, List.of(reason));
    }

    public static Refused invalid(String reason) {
        return new Refused(Kind.INVALID, List.of(reason));
    }

    /** @param problems what is wrong with which field; at least one */
    public static Refused invalid(List<FormProblem> problems) {
        return new Refused(
                Kind.INVALID,
                problems.stream().map(FormProblem::message).distinct().toList(),
                problems);
    }

    public Kind kind() {
        return kind;
    }

    public List<String> reasons() {
        return reasons;
    }

    /** Which fields are to blame; empty where no single one is. */
    public List<FormProblem> fields() {
        return fields;
    }

    /** The hard rules that the reasons name; empty where they rest on none. */
    public List<HardRule> rules() {
        return HardRule.namedIn(reasons);
    }
}
