/** Who acts: sign-in, roles, the people directory and the rule of every route. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.contractethics.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
