package org.contractethics.screening.internal.lists;

/** A name as it stands on the list, not changed. */
public record ListedName(String text, NameStrength strength) {}
