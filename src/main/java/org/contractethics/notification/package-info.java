/** Notices to people, in the application and by mail, after the fact has been committed. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access"})
package org.contractethics.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
