@NullMarked
package org.contractethics.access.internal.anonymous;

import org.jspecify.annotations.NullMarked;
