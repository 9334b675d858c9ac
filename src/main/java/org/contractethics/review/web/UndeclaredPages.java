package org.contractethics.review.web;

import org.contractethics.review.internal.UndeclaredInterests;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Leads whoever opens a task, having typed nothing yet, to the declaration of interests first (H2). The API answers with a problem document. */
@ControllerAdvice(
        assignableTypes = {StagePages.class, AssessmentPages.class, AppealPages.class, VotePages.class, PanelPages.class
        })
@Order(Ordered.HIGHEST_PRECEDENCE)
class UndeclaredPages {

    @ExceptionHandler
    String undeclared(UndeclaredInterests undeclared) {
        return "redirect:" + undeclared.page();
    }
}
