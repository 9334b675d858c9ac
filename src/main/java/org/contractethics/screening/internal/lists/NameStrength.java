package org.contractethics.screening.internal.lists;

/** How far the publisher of a list stands behind a name: a weak alias alone never makes a strong match. */
public enum NameStrength {
    STRONG,
    WEAK,
    ORIGINAL_SCRIPT
}
