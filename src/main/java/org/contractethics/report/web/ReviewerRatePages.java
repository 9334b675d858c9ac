package org.contractethics.report.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.contractethics.report.internal.Insights;
import org.contractethics.report.internal.Period;
import org.contractethics.report.internal.ReviewerRates;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Approval rate of each reviewer, for auditors (H19). */
@Controller
class ReviewerRatePages {

    private final ReviewerRates rates;
    private final Insights insights;
    private final ReportView view;
    private final Clock clock;

    ReviewerRatePages(ReviewerRates rates, Insights insights, ReportView view, Clock clock) {
        this.rates = rates;
        this.insights = insights;
        this.view = view;
        this.clock = clock;
    }

    @GetMapping("/insights/reviewers")
    String rates(@ModelAttribute("form") ReportForm form, Actor viewer, Model model, HttpServletResponse response) {
        view.addProblems(model, form, response);
        Instant now = clock.instant();
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        Period period = form.scope(now).period();
        model.addAttribute("rates", rates.in(period, viewer));
        model.addAttribute("period", period);
        String chosen = form.periodChosen(today);
        model.addAttribute("chosen", chosen);
        model.addAttribute("periods", PeriodChoices.between(insights.firstDay().orElse(today), today, chosen));
        return "report/reviewers";
    }
}
