/** What staff may not see of a contract for a time: asked for, approved by somebody else, and over by itself (H18). */
@NullMarked
package org.contractethics.contract.internal.redaction;

import org.jspecify.annotations.NullMarked;
