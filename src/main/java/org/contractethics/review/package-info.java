/** The human-rights review of a contract: stages, assessments, votes, decisions, conditions and the signature gate. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "calendar",
            "access",
            "contract",
            "document",
            "finding",
            "paper",
            "policy",
            "screening"
        })
package org.contractethics.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
