package org.contractethics.finding;

/** What a check looks for. */
public enum CheckKind {
    /** Words that warn. */
    RED_FLAG,
    /** Protection whose absence counts. */
    SAFEGUARD,
    /** A commercial term that bears on control, exit or remedy; neither good nor bad by itself. */
    TERM
}
