package org.contractethics.policy.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contractethics.policy.internal.AgencyDraft;
import org.contractethics.policy.internal.EditingAgencies;
import org.contractethics.policy.internal.EditingAgencies.Tried;
import org.contractethics.policy.internal.KnownAgencies;
import org.contractethics.policy.internal.PolicyInForce;
import org.contractethics.policy.web.ChangeForms.Shown;
import org.contractethics.policy.web.ChangeForms.Words;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CountryNames;
import org.contractethics.shared.FormProblem;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One entry of the list of agencies, added, changed or taken off in a form. */
@Controller
class AgencyEditorPages {

    private static final CellWords WORDS = new CellWords(Map.of());

    private final EditingAgencies editing;
    private final ChangeForms changes;
    private final PolicyInForce policy;

    AgencyEditorPages(EditingAgencies editing, ChangeForms changes, PolicyInForce policy) {
        this.editing = editing;
        this.changes = changes;
        this.policy = policy;
    }

    @GetMapping("/rules/versions/new/agency")
    ModelAndView agency(@RequestParam(defaultValue = "") String entry) {
        int basedOn = policy.current().number();
        return page(editing.draft(basedOn, Words.number(entry)), "", Words.none(basedOn), List.of());
    }

    @PostMapping("/rules/versions/new/agency")
    Object change(@RequestParam MultiValueMap<String, String> sent, Actor actor, RedirectAttributes next) {
        Words words = Words.of(sent);
        AgencyDraft draft = draft(sent);
        String name = Words.text(sent, "sample");
        List<FormProblem> problems = editing.problems(words.basedOn(), draft);
        Map<String, String> files = problems.isEmpty() ? editing.files(words.basedOn(), draft) : Map.of();
        ModelAndView page = page(draft, name, words, problems);
        if (problems.isEmpty() && !name.isEmpty()) {
            page.addObject("tried", tried(name, Map.of()) + " Then: " + tried(name, files));
        }
        return changes.answer(words, new Shown(page, problems, files), () -> anew(draft, name, words), actor, next);
    }

    private ModelAndView anew(AgencyDraft draft, String name, Words words) {
        Words now = changes.onNow(words);
        return page(editing.moved(draft, words.basedOn(), now.basedOn()), name, now, List.of());
    }

    private static AgencyDraft draft(MultiValueMap<String, String> sent) {
        int entry = Words.number(Words.text(sent, "entry"));
        return new AgencyDraft(
                entry,
                entry > 0 && Words.text(sent, "remove").equals("true"),
                Words.text(sent, "pattern"),
                Words.text(sent, "name"),
                Words.text(sent, "parent"),
                Words.text(sent, "type"),
                Words.text(sent, "country"),
                Words.number(Words.text(sent, "after")));
    }

    private String tried(String name, Map<String, String> files) {
        Tried tried = editing.tried(name, files);
        return tried.entry() == 0
                ? "no entry knows it."
                : WORDS.output(tried.type()) + ", by entry " + tried.entry() + ".";
    }

    private ModelAndView page(AgencyDraft draft, String sample, Words words, List<FormProblem> problems) {
        ModelAndView page = changes.page("policy/edit-agency", words, problems);
        List<KnownAgencies.Row> rows =
                policy.version(words.basedOn()).agencies().rows();
        page.addObject("draft", draft);
        page.addObject("sample", sample);
        page.addObject("tried", null);
        page.addObject("classes", classes(words.basedOn()));
        page.addObject("countries", CountryNames.all());
        page.addObject("places", places(rows, draft.entry()));
        return page;
    }

    private Map<String, String> classes(int version) {
        return editing.classes(version).stream()
                .sorted()
                .collect(Collectors.toMap(code -> code, WORDS::output, (one, other) -> one, LinkedHashMap::new));
    }

    private static Map<String, String> places(List<KnownAgencies.Row> rows, int entry) {
        Map<String, String> places = new LinkedHashMap<>(Map.of("0", "Before all others"));
        IntStream.rangeClosed(1, rows.size())
                .filter(number -> number != entry)
                .forEach(number -> places.put(
                        Integer.toString(number),
                        "After " + number + ", " + rows.get(number - 1).pattern()));
        return places;
    }
}
