/** The pages of people without an account; what their requests tell of them was taken away before they get here. */
@NullMarked
package org.contractethics.concern.web.speak;

import org.jspecify.annotations.NullMarked;
