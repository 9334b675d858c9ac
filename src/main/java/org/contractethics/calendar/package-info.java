/** Which days are working days: the one place that counts them, and the public holidays of countries as data. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.contractethics.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
