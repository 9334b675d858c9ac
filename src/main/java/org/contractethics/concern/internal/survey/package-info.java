/** The survey of employees: whether they know how to raise a concern and trust what follows. Answers are counted, never kept. */
@NullMarked
package org.contractethics.concern.internal.survey;

import org.jspecify.annotations.NullMarked;
