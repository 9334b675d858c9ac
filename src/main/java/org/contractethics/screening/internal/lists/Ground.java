package org.contractethics.screening.internal.lists;

/** Whether a programme of sanctions is one over human rights. */
public enum Ground {
    /** It names a human-rights ground. */
    YES,
    /** It is known and names none. */
    NO,
    /** It answers sanctions of others in the same words, and is no evidence of anything. */
    RETALIATION,
    /** Nobody judged it yet; never shown as no. */
    UNKNOWN
}
