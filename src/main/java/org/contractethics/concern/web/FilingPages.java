package org.contractethics.concern.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.access.StorageOutage;
import org.contractethics.concern.internal.CataloguedRights;
import org.contractethics.concern.internal.ChoosingContract;
import org.contractethics.concern.internal.ConcernMode;
import org.contractethics.concern.internal.ConcernTopic;
import org.contractethics.concern.internal.FileConcern;
import org.contractethics.concern.internal.FilingConcerns;
import org.contractethics.concern.internal.Matters;
import org.contractethics.concern.internal.NamingClauses;
import org.contractethics.concern.internal.ReadingConcerns;
import org.contractethics.concern.internal.conflict.NamedPeople;
import org.contractethics.concern.internal.conflict.NamedPeople.Found;
import org.contractethics.concern.web.SentFiles.Kept;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * Filing a concern: form, check page, confirmation. Nothing typed is stored, not even in the session, before it is filed; files wait sealed
 * for the page that shows what is in them.
 */
@Controller
class FilingPages {

    private final FilingConcerns filing;
    private final ChoosingContract contracts;
    private final ReadingConcerns reading;
    private final NamedPeople named;
    private final SentFiles files;
    private final FilesInWords told;
    private final CataloguedRights catalogue;
    private final NamingClauses clauses;
    private final Matters matters;

    FilingPages(
            FilingConcerns filing,
            ChoosingContract contracts,
            ReadingConcerns reading,
            NamedPeople named,
            SentFiles files,
            FilesInWords told,
            CataloguedRights catalogue,
            NamingClauses clauses,
            Matters matters) {
        this.matters = matters;
        this.clauses = clauses;
        this.files = files;
        this.told = told;
        this.catalogue = catalogue;
        this.filing = filing;
        this.named = named;
        this.contracts = contracts;
        this.reading = reading;
    }

    @GetMapping("/concerns/new")
    ModelAndView form(
            @RequestParam(required = false) @Nullable ContractId contract,
            @RequestParam(defaultValue = "") String matter,
            Actor filer) {
        return form(ConcernForm.empty(Optional.ofNullable(contract), matter), Kept.NOTHING, List.of(), filer);
    }

    /** A file taken away, or back from the check page, with everything typed. */
    @PostMapping("/concerns/new")
    ModelAndView change(
            ConcernForm form,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable Integer remove,
            Actor filer) {
        try {
            Kept kept = keep(form, files, remove);
            return form(form, kept, List.of(), filer);
        } catch (Refused refused) {
            return again(form, refused, filer);
        }
    }

    @PostMapping("/concerns/new/check")
    ModelAndView check(
            ConcernForm form, @RequestParam(required = false) @Nullable List<MultipartFile> files, Actor filer) {
        try {
            return checked(form, keep(form, files, null), filer);
        } catch (Refused refused) {
            return again(form, refused, filer);
        }
    }

    private ModelAndView checked(ConcernForm form, Kept kept, Actor filer) {
        Found about = named.in(form.about());
        FileConcern command = form.toCommand(about.usernames());
        List<FormProblem> problems = problems(command, about, filer);
        if (!problems.isEmpty() || !kept.problems().isEmpty()) {
            return form(form, kept, problems, filer);
        }
        return page("concern/check", with(kept, form), filer)
                .addObject("clause", clauses.before(command.contract(), command.clause(), filer))
                .addObject("rights", catalogue.inWords(command.rightsNamed()))
                .addObject("told", told.of(kept.files()))
                .addObject("excludedNames", namesOf(List.copyOf(command.excluded())));
    }

    @PostMapping("/concerns")
    ModelAndView file(ConcernForm form, Actor filer) {
        Found about = named.in(form.about());
        FileConcern command = form.toCommand(about.usernames());
        List<FormProblem> problems = problems(command, about, filer);
        if (!problems.isEmpty()) {
            return form(form, kept(form), problems, filer);
        }
        try {
            StorageOutage.refusing(() -> filing.file(command, form.draftSecret(), filer));
        } catch (Refused refused) {
            return again(form, refused, filer);
        }
        return new ModelAndView("redirect:/concerns/" + form.id() + "/filed");
    }

    private Kept keep(ConcernForm form, @Nullable List<MultipartFile> came, @Nullable Integer remove) {
        return SentFiles.orRefused(() -> files.keep(form.draftSecret(), came, remove, FilesInWords.LANGUAGE));
    }

    /** What waits for this form already; nothing where the database does not say. */
    private Kept kept(ConcernForm form) {
        try {
            return keep(form, null, null);
        } catch (Refused nothingIsRead) {
            return Kept.unread(form.draftSecret());
        }
    }

    private static ConcernForm with(Kept kept, ConcernForm form) {
        return form.withDraft(kept.draftText());
    }

    private List<FormProblem> problems(FileConcern command, Found about, Actor filer) {
        List<FormProblem> problems = new ArrayList<>(filing.problems(command, filer));
        problems.addAll(about.problems());
        return problems;
    }

    /**
     * Nothing typed is lost where it could not be kept. Where somebody else filed under the id of this form, the same text comes back
     * under another.
     */
    private ModelAndView again(ConcernForm form, Refused refused, Actor filer) {
        if (SentFiles.areGone(refused)) {
            return form(form, kept(form), List.of(), filer);
        }
        if (refused.kind() != Refused.Kind.CONFLICT && refused.kind() != Refused.Kind.UNAVAILABLE) {
            throw refused;
        }
        List<FormProblem> reasons = refused.reasons().stream()
                .map(reason -> new FormProblem("text", reason))
                .toList();
        ConcernForm same = refused.kind() == Refused.Kind.CONFLICT ? form.underAnotherId() : form;
        ModelAndView page = form(same, kept(form), reasons, filer);
        page.setStatus(HttpStatus.valueOf(refused.kind().status()));
        return page;
    }

    @GetMapping("/concerns/{id}/filed")
    ModelAndView filed(@PathVariable ConcernId id, Actor filer) {
        return new ModelAndView("concern/filed").addObject("concern", reading.filed(id, filer));
    }

    private ModelAndView form(ConcernForm form, Kept kept, List<FormProblem> wrong, Actor filer) {
        List<FormProblem> problems = new ArrayList<>(wrong);
        problems.addAll(kept.problems());
        ModelAndView page = page("concern/new", with(kept, form), filer)
                .addObject("kept", kept.files())
                .addObject("problems", problems)
                .addObject("matters", matters.choices(filer))
                .addObject("topics", topics())
                .addObject("modes", modes())
                .addObject("officers", officers());
        if (!problems.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private ModelAndView page(String view, ConcernForm form, Actor filer) {
        var page = new ModelAndView(view)
                .addObject("form", form)
                .addObject("matter", matters.find(form.matter(), filer).orElse(null))
                .addObject(
                        "matterWords",
                        matters.find(form.matter(), filer).map(matters::inWords).orElse(""));
        form.contractId().ifPresent(id -> page.addObject("contract", contracts.forFiling(id, filer)));
        return page;
    }

    private List<String> namesOf(List<String> excluded) {
        if (excluded.isEmpty()) {
            return List.of();
        }
        Map<String, String> officers = officers();
        return excluded.stream()
                .distinct()
                .map(username -> officers.getOrDefault(username, username))
                .sorted()
                .toList();
    }

    private static Map<String, String> topics() {
        var topics = new LinkedHashMap<String, String>();
        topics.put("", "Choose");
        Arrays.stream(ConcernTopic.values()).forEach(topic -> topics.put(topic.name(), topic.label()));
        return topics;
    }

    private static Map<String, String> modes() {
        var modes = new LinkedHashMap<String, String>();
        ConcernMode.forSignedIn().forEach(mode -> modes.put(mode.name(), mode.label() + ". " + mode.meaning()));
        return modes;
    }

    private Map<String, String> officers() {
        var officers = new LinkedHashMap<String, String>();
        for (Person officer : filing.officers()) {
            officers.put(officer.username(), officer.displayName());
        }
        return officers;
    }
}
