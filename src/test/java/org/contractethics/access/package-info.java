/** Tests of sign-in, routes and the frame of all pages. */
@NullMarked
package org.contractethics.access;

import org.jspecify.annotations.NullMarked;
