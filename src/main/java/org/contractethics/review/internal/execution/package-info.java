/** What was signed: executed copies that are brought to the signature gate, and how they stand to what was decided on. */
@NullMarked
package org.contractethics.review.internal.execution;

import org.jspecify.annotations.NullMarked;
