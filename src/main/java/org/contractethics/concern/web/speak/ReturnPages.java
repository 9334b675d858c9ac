package org.contractethics.concern.web.speak;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.contractethics.access.AnonymousPages;
import org.contractethics.access.ClientLimits;
import org.contractethics.access.ClientLimits.Act;
import org.contractethics.concern.internal.ReturningFilers;
import org.contractethics.concern.internal.anonymous.Secret;
import org.contractethics.concern.web.FormFields;
import org.contractethics.shared.FormProblem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Coming back with the code, and going again. */
@Controller
@RequestMapping("/speak/{language}")
class ReturnPages {

    private final ReturningFilers returning;
    private final VisitCookies cookies;
    private final ClientLimits limits;
    private final SpeakProblems problems;

    ReturnPages(ReturningFilers returning, VisitCookies cookies, ClientLimits limits, SpeakProblems problems) {
        this.returning = returning;
        this.cookies = cookies;
        this.limits = limits;
        this.problems = problems;
    }

    /** A text and nothing more precise: a code of the wrong kind would be quoted in a warning. */
    record CodeForm(String code) {

        @SuppressWarnings("NullAway") // a field that is missing from the request arrives as null
        CodeForm {
            code = FormFields.orEmpty(code);
        }

        @Override
        public String toString() {
            return "CodeForm";
        }
    }

    @GetMapping("/return")
    ModelAndView form() {
        return page(List.of());
    }

    /** What was typed is not shown again: mistyped, it is nearly the code. */
    @PostMapping("/return")
    ModelAndView enter(
            CodeForm form,
            @PathVariable String language,
            VisitCookies.Cookie before,
            Locale locale,
            HttpServletResponse response) {
        if (form.code().isBlank()) {
            return wrong(HttpStatus.UNPROCESSABLE_CONTENT, "wrong.code.none", locale);
        }
        if (!limits.take(Act.WRONG_CODE)) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        Optional<Secret> entered = returning.enter(form.code());
        if (entered.isEmpty()) {
            return wrong(HttpStatus.UNAUTHORIZED, "wrong.code", locale);
        }
        limits.giveBack(Act.WRONG_CODE);
        cookies.end(before);
        response.addHeader(HttpHeaders.SET_COOKIE, VisitCookies.of(entered.get()));
        return SpeakRedirects.to(language, "/concern");
    }

    @PostMapping("/sign-out")
    ModelAndView signOut(@PathVariable String language, VisitCookies.Cookie visit, HttpServletResponse response) {
        cookies.end(visit);
        response.addHeader(HttpHeaders.SET_COOKIE, VisitCookies.gone(AnonymousPages.SESSION_COOKIE));
        return SpeakRedirects.to(language, "");
    }

    private ModelAndView wrong(HttpStatus status, String words, Locale language) {
        ModelAndView page = page(List.of(problems.problem("code", words, language)));
        page.setStatus(status);
        return page;
    }

    private static ModelAndView page(List<FormProblem> wrong) {
        return new ModelAndView("speak/return").addObject("problems", wrong);
    }
}
