/** How long anybody may take to send the body of a request, whoever reads it: a sender who takes his time holds a thread, and there are few. */
@NullMarked
package org.contractethics.access.internal.arriving;

import org.jspecify.annotations.NullMarked;
