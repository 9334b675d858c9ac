/**
 * Signs what has been committed, has it cosigned by witnesses and hands out the proofs. Never signs inside a business transaction: what
 * rolls back after it was signed would be a fork of our own making.
 */
@NullMarked
package org.contractethics.record.checkpoint;

import org.jspecify.annotations.NullMarked;
