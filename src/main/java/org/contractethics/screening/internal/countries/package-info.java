/** The records of countries. */
@NullMarked
package org.contractethics.screening.internal.countries;

import org.jspecify.annotations.NullMarked;
