/** What the clauses of a contract say and leave unsaid: red flags, safeguards, their absence, and what reviewers make of them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access", "contract", "policy", "document"})
package org.contractethics.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
