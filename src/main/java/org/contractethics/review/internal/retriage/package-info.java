/** What was found after a triage and speaks against it: it raises the tier, and the review is triaged anew. */
@NullMarked
package org.contractethics.review.internal.retriage;

import org.jspecify.annotations.NullMarked;
