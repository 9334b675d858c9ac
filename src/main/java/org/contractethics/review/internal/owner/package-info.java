/** What the reviews of a contract say when its account owner is to change. */
@NullMarked
package org.contractethics.review.internal.owner;

import org.jspecify.annotations.NullMarked;
