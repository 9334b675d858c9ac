/** Reads the calendars of {@code config/calendars} and chooses the company's. */
@NullMarked
package org.contractethics.calendar.internal;

import org.jspecify.annotations.NullMarked;
