/** Tests of the audit pages. */
@NullMarked
package org.contractethics.record.web;

import org.jspecify.annotations.NullMarked;
