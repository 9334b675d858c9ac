/** The register of what was found of agencies. */
@NullMarked
package org.contractethics.screening.internal.agencies;

import org.jspecify.annotations.NullMarked;
