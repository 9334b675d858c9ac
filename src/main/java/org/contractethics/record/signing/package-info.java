/** Makes what {@code proof} checks: hashes of the tree, proofs, signed checkpoints, receipts and tiles. */
@NullMarked
package org.contractethics.record.signing;

import org.jspecify.annotations.NullMarked;
