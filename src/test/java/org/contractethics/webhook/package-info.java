/** Tests of the webhooks. */
@NullMarked
package org.contractethics.webhook;

import org.jspecify.annotations.NullMarked;
