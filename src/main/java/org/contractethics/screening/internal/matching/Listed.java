package org.contractethics.screening.internal.matching;

import org.contractethics.screening.internal.lists.ListEntry;
import org.contractethics.screening.internal.lists.ListedName;

/** A name of an entry, ready to be compared, with the name as the list has it. */
record Listed(ListEntry entry, ListedName said, Name name) {}
