package org.contractethics.screening.internal.lists;

/** What stands on a list. Most lists of debarred firms do not say whether a row is a person; that is unknown, and compared with both. */
public enum EntryKind {
    PERSON,
    BODY,
    VESSEL,
    UNKNOWN
}
