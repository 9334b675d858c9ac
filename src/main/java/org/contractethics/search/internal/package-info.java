/** The index of clauses: how it is filled, kept, rebuilt and asked. */
@NullMarked
package org.contractethics.search.internal;

import org.jspecify.annotations.NullMarked;
