package org.contractethics.search.internal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** What is written to the index: a clause, and the terms of the concepts it shows, by which it is found and which nobody reads back. */
record IndexedClause(@JsonUnwrapped ClauseDocument clause, List<String> concepts) {}
