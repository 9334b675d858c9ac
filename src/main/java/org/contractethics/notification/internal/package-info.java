/** How notices are kept and mailed. */
@NullMarked
package org.contractethics.notification.internal;

import org.jspecify.annotations.NullMarked;
