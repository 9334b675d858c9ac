/** Tests of the webhooks. */
@NullMarked
package org.contractethics.webhook.web;

import org.jspecify.annotations.NullMarked;
