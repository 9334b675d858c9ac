/** Every server the application needs, started from Maven artifacts on one machine; for the run command and all integration tests. */
@NullMarked
package org.contractethics.local;

import org.jspecify.annotations.NullMarked;
