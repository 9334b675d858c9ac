/** Tests of the figures and reports. */
@NullMarked
package org.contractethics.report.web;

import org.jspecify.annotations.NullMarked;
