/** Tests of the figures and reports. */
@NullMarked
package org.contractethics.report.internal;

import org.jspecify.annotations.NullMarked;
