/** Detectors of commercial terms: a linear model over the words of a clause and the phrases found in it. */
@NullMarked
package org.contractethics.finding.internal.detection;

import org.jspecify.annotations.NullMarked;
