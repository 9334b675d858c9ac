package org.contractethics.screening.web;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.screening.internal.LoadingLists;
import org.contractethics.screening.internal.LoadingLists.Loaded;
import org.contractethics.screening.internal.ReadingScreenings;
import org.contractethics.screening.internal.ReadingScreenings.SourceState;
import org.contractethics.screening.internal.SourceDraft;
import org.contractethics.screening.internal.lists.ListFormat;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sources of lists with their versions, and the forms by which legal reviewers bring them. */
@Controller
@RequestMapping("/screening/lists")
class ListPages {

    private final ReadingScreenings screenings;
    private final LoadingLists loading;
    private final PeopleDirectory people;

    ListPages(ReadingScreenings screenings, LoadingLists loading, PeopleDirectory people) {
        this.screenings = screenings;
        this.loading = loading;
        this.people = people;
    }

    /** @param loaders who brought the versions, by account name */
    public record SourceRow(SourceState state, Map<String, String> loaders, String format, List<String> files) {}

    @GetMapping
    ModelAndView show(Actor viewer) {
        return page(SourceDraft.EMPTY, null, List.of(), 200, viewer);
    }

    @PostMapping
    ModelAndView add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String format,
            @RequestParam(defaultValue = "") String licence,
            @RequestParam(defaultValue = "") String attribution,
            @RequestParam(name = "stale-after-days", defaultValue = "") String staleAfterDays,
            Actor actor,
            RedirectAttributes next) {
        SourceDraft draft = new SourceDraft(
                name, ScreeningPages.constant(ListFormat.class, format), licence, attribution, days(staleAfterDays));
        try {
            loading.addSource(draft, actor);
        } catch (Refused refused) {
            if (refused.kind() != Refused.Kind.INVALID) {
                throw refused;
            }
            return page(draft, null, refused.fields(), refused.kind().status(), actor);
        }
        next.addFlashAttribute(
                "message", "The source is added. Nothing is screened against it before you upload its list.");
        return new ModelAndView("redirect:/screening/lists");
    }

    @PostMapping("/{sourceId}/versions")
    ModelAndView load(
            @PathVariable UUID sourceId,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "") String stated,
            Actor actor,
            RedirectAttributes next)
            throws IOException {
        try {
            Loaded loaded = loading.load(sourceId, SentLists.files(files), ScreeningPages.day(stated), actor);
            next.addFlashAttribute("message", message(loaded));
        } catch (Refused refused) {
            if (refused.kind() != Refused.Kind.INVALID) {
                throw refused;
            }
            List<FormProblem> problems = refused.fields().stream()
                    .map(problem -> new FormProblem(problem.field() + "-" + sourceId, problem.message()))
                    .toList();
            return page(SourceDraft.EMPTY, sourceId, problems, refused.kind().status(), actor);
        }
        return new ModelAndView("redirect:/screening/lists#source-" + sourceId);
    }

    private static String message(Loaded loaded) {
        return loaded.same()
                ? "It is the same list as before: nothing is raised by it."
                : "Version " + loaded.version().number() + " is in force with "
                        + loaded.version().entries()
                        + " entries. All contracts are screened anew, a few hundred at a time.";
    }

    private static @Nullable Integer days(String typed) {
        try {
            return Integer.valueOf(typed.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** @param loadedInto the source whose files were refused; null where none were */
    private ModelAndView page(
            SourceDraft typed, @Nullable UUID loadedInto, List<FormProblem> problems, int status, Actor viewer) {
        ModelAndView page = new ModelAndView("screening/lists");
        page.setStatus(HttpStatusCode.valueOf(status));
        page.addObject("rows", screenings.sources().stream().map(this::row).toList());
        page.addObject("typed", typed);
        page.addObject("loadedInto", loadedInto);
        page.addObject("problems", problems);
        page.addObject("formats", formats());
        page.addObject("mayLoad", loading.mayLoad(viewer));
        return page;
    }

    private SourceRow row(SourceState state) {
        Map<String, String> loaders = new LinkedHashMap<>();
        state.versions().forEach(version -> loaders.computeIfAbsent(version.loadedBy(), people::displayName));
        ListFormat format = state.source().format();
        return new SourceRow(
                state,
                loaders,
                formats().getOrDefault(format.name(), format.name()),
                format.fileSets().stream().map(set -> String.join(", ", set)).toList());
    }

    private static Map<String, String> formats() {
        Map<ListFormat, String> names = new EnumMap<>(ListFormat.class);
        names.put(ListFormat.OFAC, "US Treasury, OFAC (CSV files)");
        names.put(ListFormat.CSL, "US Consolidated Screening List (CSV)");
        names.put(ListFormat.UN_XML, "UN Security Council (XML)");
        names.put(ListFormat.EU_FSF, "EU financial sanctions (XML)");
        names.put(ListFormat.BIS_DPL, "US Denied Persons List (text with tabs)");
        names.put(ListFormat.WORLD_BANK, "World Bank debarred firms (CSV)");
        names.put(ListFormat.GENERIC_CSV, "Any other list as CSV with our columns");
        Map<String, String> formats = new LinkedHashMap<>();
        names.forEach((format, name) -> formats.put(format.name(), name));
        return formats;
    }
}
