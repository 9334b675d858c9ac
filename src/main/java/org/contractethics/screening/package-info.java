/** Named parties of contracts against lists of sanctions and debarment: evidence for a reviewer, never a verdict. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access", "contract"})
package org.contractethics.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
