/** Questions to the account owner while a stage is open: asked, answered, withdrawn. */
@NullMarked
package org.contractethics.review.internal.question;

import org.jspecify.annotations.NullMarked;
