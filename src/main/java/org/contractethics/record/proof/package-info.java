/**
 * Checks what the record hands out: RFC 6962 proofs, and the text formats of C2SP around them (signed-note, tlog-checkpoint,
 * tlog-cosignature, tlog-proof, tlog-policy, the request of tlog-witness). Pure functions of their input, strict in every byte; shares
 * no code with what writes and signs.
 */
@NullMarked
package org.contractethics.record.proof;

import org.jspecify.annotations.NullMarked;
