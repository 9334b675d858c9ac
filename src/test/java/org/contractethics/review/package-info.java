/** The review: its rules alone, and its use cases on a real database. */
@NullMarked
package org.contractethics.review;

import org.jspecify.annotations.NullMarked;
