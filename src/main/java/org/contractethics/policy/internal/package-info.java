/** Reads, hashes and evaluates the tables and catalogues of the policy. */
@NullMarked
package org.contractethics.policy.internal;

import org.jspecify.annotations.NullMarked;
