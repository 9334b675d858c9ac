package org.contractethics.screening.internal.matching;

/** How much attention a match asks for. Both are for a reviewer; a strong one takes two persons to clear. */
public enum Band {
    STRONG,
    REVIEW
}
