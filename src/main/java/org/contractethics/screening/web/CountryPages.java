package org.contractethics.screening.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.screening.CountryBand;
import org.contractethics.screening.internal.countries.CountryRecord;
import org.contractethics.screening.internal.countries.CountryStatement;
import org.contractethics.screening.internal.countries.KeepingCountryRecords;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CountryNames;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The records of countries: written by one, confirmed by another of the board committee. */
@Controller
@RequestMapping("/countries")
class CountryPages {

    private final KeepingCountryRecords keeping;
    private final PeopleDirectory people;

    CountryPages(KeepingCountryRecords keeping, PeopleDirectory people) {
        this.keeping = keeping;
        this.people = people;
    }

    /**
     * @param ruler who ruled on it, by name; empty where nobody did
     * @param mayRule whether the viewer may
     */
    public record Row(CountryRecord written, String country, String writer, String ruler, boolean mayRule) {

        /** In a word or two. */
        public String state() {
            CountryRecord.Ruling ruling = written.ruling();
            if (ruling != null && !ruling.confirmed()) {
                return "Refused";
            }
            if (!written.stands()) {
                return "Replaced";
            }
            return ruling == null ? "Not confirmed; counts where it is worse" : "Confirmed";
        }
    }

    @GetMapping
    ModelAndView show(Actor actor) {
        return page(CountryStatement.NOTHING, Map.of(), List.of(), 200, actor);
    }

    @PostMapping("/records")
    ModelAndView write(
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String band,
            @RequestParam(defaultValue = "false") boolean conflict,
            @RequestParam(defaultValue = "") String indices,
            @RequestParam(defaultValue = "") String reading,
            Actor actor,
            RedirectAttributes next) {
        CountryStatement typed = new CountryStatement(country, band, conflict, indices, reading);
        try {
            keeping.write(typed, actor);
        } catch (Refused refused) {
            if (refused.kind() != Refused.Kind.INVALID) {
                throw refused;
            }
            return page(typed, Map.of(), refused.fields(), refused.kind().status(), actor);
        }
        next.addFlashAttribute(
                "message",
                "The record is written. Where it is worse than before it counts at once; else when the board committee confirmed it.");
        return new ModelAndView("redirect:/countries");
    }

    @PostMapping("/records/{recordId}/ruling")
    ModelAndView rule(
            @PathVariable UUID recordId,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @RequestParam(defaultValue = "") String ruling,
            Actor actor,
            RedirectAttributes next) {
        try {
            keeping.rule(recordId, confirmed, ruling, actor);
        } catch (Refused refused) {
            if (refused.kind() != Refused.Kind.INVALID && refused.kind() != Refused.Kind.CONFLICT) {
                throw refused;
            }
            String field = "ruling-" + recordId;
            return page(
                    CountryStatement.NOTHING,
                    Map.of(field, ruling),
                    refused.reasons().stream()
                            .map(reason -> new FormProblem(field, reason))
                            .toList(),
                    refused.kind().status(),
                    actor);
        }
        next.addFlashAttribute("message", confirmed ? "The record is confirmed." : "The record is refused.");
        return new ModelAndView("redirect:/countries");
    }

    private ModelAndView page(
            CountryStatement typed, Map<String, String> reasons, List<FormProblem> problems, int status, Actor actor) {
        ModelAndView page = new ModelAndView("screening/countries");
        page.setStatus(HttpStatusCode.valueOf(status));
        page.addObject("rows", rows(actor));
        page.addObject("countries", CountryNames.all());
        page.addObject("bands", bands());
        page.addObject("typed", typed);
        page.addObject("reasons", reasons);
        page.addObject("problems", problems);
        page.addObject("writing", KeepingCountryRecords.mayWrite(actor));
        return page;
    }

    private List<Row> rows(Actor actor) {
        return keeping.all().stream()
                .map(written -> row(written, actor))
                .sorted(Comparator.comparing(Row::country))
                .toList();
    }

    private Row row(CountryRecord written, Actor actor) {
        CountryRecord.Ruling ruling = written.ruling();
        return new Row(
                written,
                CountryNames.of(written.country()),
                people.displayName(written.statedBy()),
                ruling == null ? "" : people.displayName(ruling.ruledBy()),
                KeepingCountryRecords.mayRule(actor)
                        && ruling == null
                        && written.stands()
                        && !written.statedBy().equals(actor.username()));
    }

    private static Map<String, String> bands() {
        Map<String, String> bands = new LinkedHashMap<>();
        for (CountryBand band : CountryBand.values()) {
            bands.put(band.name(), band.words());
        }
        return bands;
    }
}
