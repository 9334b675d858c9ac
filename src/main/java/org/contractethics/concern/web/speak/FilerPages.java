package org.contractethics.concern.web.speak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.contractethics.concern.internal.FileConcern;
import org.contractethics.concern.internal.PlainText;
import org.contractethics.concern.internal.WritingOfFilers;
import org.contractethics.concern.internal.anonymous.FilerSession;
import org.contractethics.concern.internal.anonymous.Secret;
import org.contractethics.concern.internal.retaliation.AnswerWithCode;
import org.contractethics.concern.web.FormFields;
import org.contractethics.concern.web.SentFiles;
import org.contractethics.concern.web.SentFiles.Kept;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page of a concern for its anonymous filer, and what they write on it. */
@Controller
@RequestMapping("/speak/{language}/concern")
class FilerPages {

    private final FilerPage page;
    private final WritingOfFilers writing;
    private final VisitCookies visits;
    private final SentFiles files;
    private final SpeakProblems problems;

    FilerPages(FilerPage page, WritingOfFilers writing, VisitCookies visits, SentFiles files, SpeakProblems problems) {
        this.page = page;
        this.writing = writing;
        this.visits = visits;
        this.files = files;
        this.problems = problems;
    }

    /** What is typed and not sent yet. */
    record Typed(
            String message,
            String draft,
            String appeal,
            String meeting,
            String happened,
            String kind,
            String day,
            String account,
            String answer,
            String show) {

        static final Typed NOTHING = new Typed("", "", "", "", "", "", "", "", "", "");

        @SuppressWarnings("NullAway") // a field that is missing from the request arrives as null
        Typed {
            message = FormFields.orEmpty(message);
            draft = FormFields.orEmpty(draft);
            appeal = FormFields.orEmpty(appeal);
            meeting = FormFields.orEmpty(meeting);
            happened = FormFields.orEmpty(happened);
            kind = FormFields.orEmpty(kind);
            day = FormFields.orEmpty(day);
            account = FormFields.orEmpty(account);
            answer = FormFields.orEmpty(answer);
            show = FormFields.orEmpty(show);
        }

        Typed withDraft(String secret) {
            return new Typed(message, secret, appeal, meeting, happened, kind, day, account, answer, show);
        }

        /** To the question whether anything happened. */
        AnswerWithCode toAnswer() {
            Boolean said =
                    switch (happened) {
                        case "yes" -> true;
                        case "no" -> false;
                        default -> null;
                    };
            return new AnswerWithCode(said, kind, day, account);
        }

        Optional<Secret> draftSecret() {
            return Secret.parse(draft);
        }

        /** Everything in words, to be shown where no form can be. */
        List<String> texts() {
            return Stream.of(message, appeal, meeting, account, answer)
                    .filter(text -> !PlainText.isBlank(text))
                    .toList();
        }

        @Override
        public String toString() {
            return "Typed";
        }
    }

    @GetMapping
    ModelAndView concern(VisitCookies.Cookie cookie, Locale language) {
        return page.of(visits.require(cookie).session(), Typed.NOTHING, FilerPage.NO_FILES, List.of(), language);
    }

    /** Sends a message at once where it has no files; with files it is shown first, with what is in them. */
    @PostMapping("/check")
    ModelAndView check(
            Typed typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable Integer remove,
            @RequestParam(defaultValue = "") String change,
            @PathVariable String language,
            VisitCookies.Cookie cookie,
            Locale locale) {
        FilerSession session = visits.require(cookie).session();
        Kept kept = this.files.keep(typed.draftSecret(), files, remove, locale);
        Typed whole = typed.withDraft(kept.draftText());
        List<FormProblem> wrong = new ArrayList<>(kept.problems());
        boolean editing = remove != null || !change.isEmpty();
        if (!editing) {
            wrong.addAll(problemsOf(whole, kept, session, locale));
        }
        if (editing || !wrong.isEmpty()) {
            return page.of(session, whole, kept, wrong, locale);
        }
        return kept.files().isEmpty() ? send(whole, kept, language, session, locale) : checkPage(whole, kept);
    }

    @PostMapping("/messages")
    ModelAndView send(Typed typed, @PathVariable String language, VisitCookies.Cookie cookie, Locale locale) {
        FilerSession session = visits.require(cookie).session();
        Kept kept = files.keep(typed.draftSecret(), null, null, locale);
        List<FormProblem> wrong = new ArrayList<>(kept.problems());
        wrong.addAll(problemsOf(typed, kept, session, locale));
        return wrong.isEmpty()
                ? send(typed, kept, language, session, locale)
                : page.of(session, typed.withDraft(kept.draftText()), kept, wrong, locale);
    }

    private ModelAndView send(Typed typed, Kept kept, String language, FilerSession session, Locale locale) {
        return page.sent(
                typed,
                () -> {
                    writing.write(session, typed.message(), typed.draftSecret());
                    return SpeakRedirects.to(language, "/concern");
                },
                problem ->
                        page.of(session, typed, kept, List.of(problems.problem("message", problem, locale)), locale));
    }

    private static ModelAndView checkPage(Typed typed, Kept kept) {
        return new ModelAndView("speak/message-check").addObject("typed", typed).addObject("kept", kept.files());
    }

    private List<FormProblem> problemsOf(Typed typed, Kept kept, FilerSession session, Locale language) {
        List<FormProblem> wrong = new ArrayList<>();
        if (PlainText.isBlank(typed.message())) {
            wrong.add(problems.problem("message", "wrong.message", language));
        } else if (typed.message().length() > FileConcern.MAX_TEXT) {
            wrong.add(problems.problem("message", "wrong.long", language));
        } else if (session.hasCodeIn(typed.message())) {
            wrong.add(problems.problem("message", "wrong.message.code", language));
        }
        if (kept.files().stream().anyMatch(file -> session.hasCodeIn(file.name()))) {
            wrong.add(problems.problem("files", "wrong.files.code", language));
        }
        return wrong;
    }
}
