@NullMarked
package org.contractethics.concern.internal.question;

import org.jspecify.annotations.NullMarked;
