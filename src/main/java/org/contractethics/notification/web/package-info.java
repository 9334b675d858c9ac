/** The pages of the notices. */
@NullMarked
package org.contractethics.notification.web;

import org.jspecify.annotations.NullMarked;
