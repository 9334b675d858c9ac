/** Who owns the account of a contract, who owned it before, and how it is handed over. */
@NullMarked
package org.contractethics.contract.internal.owner;

import org.jspecify.annotations.NullMarked;
