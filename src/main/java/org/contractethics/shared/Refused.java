package org.contractethics.shared;

import java.util.List;

/**
 * An act that the rules do not allow. Thrown so that the transaction rolls back; shown to the person with its reasons and
 * the matching HTTP status.
 */
public class Refused extends RuntimeException {

    /** Why, and with it the HTTP status that the pages and the API answer. */
    public enum Kind {
        /** This person may not do this: 403. */
        NOT_ALLOWED(403),
        /** There is no such thing, or this person may not know of it: 404. */
        NOT_FOUND(404),
        /** The thing changed or was finished meanwhile: 409. */
        CONFLICT(409),
        /** What was sent breaks a rule: 422. */
        INVALID(422);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final transient List<String> reasons;
    private final Kind kind;

    /** @param reasons whole sentences for the person, each saying what is wrong and what to do; at least one */
    public Refused(Kind kind, List<String> reasons) {
        super(String.join(" ", reasons));
        this.kind = kind;
        this.reasons = List.copyOf(reasons);
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

    public Kind kind() {
        return kind;
    }

    public List<String> reasons() {
        return reasons;
    }
}
