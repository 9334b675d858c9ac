/** Pages and API of lists, and of names of contracts that are near listed ones. */
@NullMarked
package org.contractethics.screening.web;

import org.jspecify.annotations.NullMarked;
