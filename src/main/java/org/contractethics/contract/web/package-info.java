/** The pages and the API of the register. */
@NullMarked
package org.contractethics.contract.web;

import org.jspecify.annotations.NullMarked;
