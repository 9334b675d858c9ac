/**
 * The outermost wall of the anonymous pages: what a request tells about whoever sent it ends here, and nothing inside can keep, log or
 * send what it never saw.
 */
@NullMarked
package org.contractethics.access.internal.anonymous;

import org.jspecify.annotations.NullMarked;
