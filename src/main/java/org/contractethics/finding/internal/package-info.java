/** Scanning versions, what was found in them, what reviewers said of it, and terms that they add. */
@NullMarked
package org.contractethics.finding.internal;

import org.jspecify.annotations.NullMarked;
