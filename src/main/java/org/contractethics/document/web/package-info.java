/** The pages and the API of the contract documents. */
@NullMarked
package org.contractethics.document.web;

import org.jspecify.annotations.NullMarked;
