@NullMarked
package org.contractethics.finding.internal;

import org.jspecify.annotations.NullMarked;
