@NullMarked
package org.contractethics.concern.internal.anonymous;

import org.jspecify.annotations.NullMarked;
