/** The dashboard, the audit report and their downloads. */
@NullMarked
package org.contractethics.report.web;

import org.jspecify.annotations.NullMarked;
