/** What the words of a contract point to: its defined terms, its other clauses, and documents outside of it. Plain scanners, one pass each. */
@NullMarked
package org.contractethics.document.reference;

import org.jspecify.annotations.NullMarked;
