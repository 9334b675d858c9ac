/** What the register knows and does: rules for contract facts, storage, search and visibility. */
@NullMarked
package org.contractethics.contract.internal;

import org.jspecify.annotations.NullMarked;
