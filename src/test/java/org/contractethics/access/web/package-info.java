/** Tests of the frame and its pages. */
@NullMarked
package org.contractethics.access.web;

import org.jspecify.annotations.NullMarked;
