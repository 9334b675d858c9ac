@NullMarked
package org.contractethics.webhook.internal;

import org.jspecify.annotations.NullMarked;
