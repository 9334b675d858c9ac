package org.contractethics.concern.web.speak;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.contractethics.access.ClientLimits;
import org.contractethics.access.ClientLimits.Act;
import org.contractethics.concern.internal.FilingAnonymously;
import org.contractethics.concern.internal.FilingAnonymously.Filed;
import org.contractethics.concern.web.SentFiles;
import org.contractethics.concern.web.SentFiles.Kept;
import org.contractethics.concern.web.speak.NamesInLanguages.Name;
import org.contractethics.contract.PublishedAwards;
import org.contractethics.contract.PublishedAwards.Published;
import org.contractethics.shared.ConcernMatter.Kind;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Filing without an account: form, check page, the code. What is typed travels with the pages; files wait sealed for the page that shows them. */
@Controller
@RequestMapping("/speak/{language}")
class SpeakFilingPages {

    private static final int AWARDS = 12;

    private final FilingAnonymously filing;
    private final PublishedAwards awards;
    private final SentFiles files;
    private final SpeakProblems problems;
    private final ClientLimits limits;
    private final NamesInLanguages names;

    SpeakFilingPages(
            FilingAnonymously filing,
            PublishedAwards awards,
            SentFiles files,
            SpeakProblems problems,
            ClientLimits limits,
            NamesInLanguages names) {
        this.names = names;
        this.filing = filing;
        this.awards = awards;
        this.files = files;
        this.problems = problems;
        this.limits = limits;
    }

    @GetMapping("/file")
    ModelAndView form(Locale language) {
        return form(SpeakForm.empty(), Kept.NOTHING, List.of(), language);
    }

    /** A search for a contract, a file taken away, or back from the check page, with everything typed. */
    @PostMapping("/file")
    ModelAndView change(
            SpeakForm form,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable Integer remove,
            Locale language) {
        try {
            Kept kept = this.files.keep(form.draftSecret(), files, remove, language);
            return form(form, kept, List.of(), language);
        } catch (DataAccessException | TransactionException failure) {
            return again(form, failure, language);
        }
    }

    @PostMapping("/check")
    ModelAndView check(
            SpeakForm form, @RequestParam(required = false) @Nullable List<MultipartFile> files, Locale language) {
        try {
            return checked(form, this.files.keep(form.draftSecret(), files, null, language), language);
        } catch (DataAccessException | TransactionException failure) {
            return again(form, failure, language);
        }
    }

    private ModelAndView checked(SpeakForm form, Kept kept, Locale language) {
        List<FormProblem> wrong = new ArrayList<>(problems.in(form, language));
        if (!wrong.isEmpty() || !kept.problems().isEmpty()) {
            return form(form, kept, wrong, language);
        }
        SpeakForm whole = form.withDraft(kept.draftText());
        return new ModelAndView("speak/check")
                .addObject("form", whole)
                .addObject("hidden", hidden(whole))
                .addObject("chosen", chosen(whole).orElse(null))
                .addObject("matter", names.chosen(whole.matter(), language).orElse(null))
                .addObject("rights", names.rights(whole.toCommand().rightsNamed(), language))
                .addObject("kept", kept.files());
    }

    @PostMapping("/send")
    ModelAndView send(SpeakForm form, Locale language) {
        List<FormProblem> wrong = problems.in(form, language);
        if (!wrong.isEmpty()) {
            return form(form, files.keep(form.draftSecret(), null, null, language), wrong, language);
        }
        if (!limits.take(Act.SEND)) {
            return unsent(form, "wrong.often", HttpStatus.TOO_MANY_REQUESTS, language);
        }
        try {
            return code(filing.file(form.toCommand(), form.draftSecret()), language);
        } catch (Refused | DataAccessException | TransactionException failure) {
            return failure instanceof Refused refused && SentFiles.areGone(refused)
                    ? form(form, files.keep(form.draftSecret(), null, null, language), List.of(), language)
                    : again(form, failure, language);
        }
    }

    /** Where nothing can be kept at the moment, what was typed comes back. */
    private ModelAndView again(SpeakForm form, RuntimeException failure, Locale language) {
        if (!FilerPage.isForNow(failure)) {
            throw failure;
        }
        return unsent(form, "wrong.unavailable", HttpStatus.SERVICE_UNAVAILABLE, language);
    }

    /** The form with what was typed, as far as that needs the database at all. */
    private ModelAndView unsent(SpeakForm form, String why, HttpStatus status, Locale language) {
        List<FormProblem> wrong = List.of(problems.problem("text", why, language));
        ModelAndView page;
        try {
            page = form(form, files.keep(form.draftSecret(), null, null, language), wrong, language);
        } catch (DataAccessException | TransactionException nothingIsRead) {
            page = form(form, Kept.unread(form.draftSecret()), wrong, List.of(), language);
        }
        page.setStatus(status);
        return page;
    }

    /** The one page that shows a code. */
    static ModelAndView code(Filed filed, Locale language) {
        return new ModelAndView("speak/code")
                .addObject("changed", false)
                .addObject("code", filed.code().grouped())
                .addObject("acknowledgeBy", DayInWords.of(filed.acknowledgeBy(), language))
                .addObject("answerBy", DayInWords.of(filed.answerBy(), language));
    }

    private ModelAndView form(SpeakForm form, Kept kept, List<FormProblem> wrong, Locale language) {
        return form(form, kept, wrong, found(form), language);
    }

    private ModelAndView form(
            SpeakForm form, Kept kept, List<FormProblem> typed, List<Published> found, Locale language) {
        SpeakForm whole = form.withDraft(kept.draftText());
        Map<Kind, Map<String, Name>> choices = names.choices(language);
        List<FormProblem> wrong = new ArrayList<>(typed);
        wrong.addAll(kept.problems());
        ModelAndView page = new ModelAndView("speak/file")
                .addObject("form", whole)
                .addObject("problems", wrong)
                .addObject("topics", SpeakForm.topics())
                .addObject("matters", choices)
                .addObject("allRights", names.allRights(language))
                .addObject("listed", choices.values().stream().anyMatch(kind -> kind.containsKey(whole.matter())))
                .addObject("searched", !whole.query().isBlank())
                .addObject("found", found)
                .addObject("agencies", agencies(whole, found))
                .addObject("kept", kept.files());
        if (!wrong.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    /** What was searched for, and what was chosen before even where it is not among it any more. */
    private List<Published> found(SpeakForm form) {
        List<Published> found = new ArrayList<>(awards.withWords(form.query(), AWARDS));
        chosen(form).filter(award -> !found.contains(award)).ifPresent(award -> found.add(0, award));
        return found;
    }

    private Optional<Published> chosen(SpeakForm form) {
        return form.contractId().flatMap(awards::find);
    }

    private static Map<String, String> hidden(SpeakForm form) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", form.id());
        fields.put("query", form.query());
        fields.put("contract", form.contract());
        fields.put("named", form.named());
        fields.put("agency", form.agency());
        fields.put("matter", form.matter());
        fields.put("clause", form.clause());
        fields.put("topic", form.topic());
        fields.put("text", form.text());
        fields.put("rights", form.rights());
        fields.put("outcome", form.outcome());
        fields.put("draft", form.draft());
        return fields;
    }

    /** Agencies of what was found, which can be chosen with all their contracts, and the one that was chosen before. */
    private static List<String> agencies(SpeakForm form, List<Published> found) {
        return Stream.concat(Stream.of(form.chosenAgency()), found.stream().map(Published::agency))
                .filter(agency -> !agency.isEmpty())
                .distinct()
                .toList();
    }
}
