package org.contractethics.review.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.evidence.NamingSources;
import org.contractethics.review.internal.evidence.Source;
import org.contractethics.review.internal.evidence.SourceList;
import org.contractethics.review.internal.evidence.Sources.Use;
import org.contractethics.review.internal.evidence.Supports;
import org.contractethics.review.web.EvidenceFrame.Typed;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of sources of a review. */
@Controller
@RequestMapping("/reviews/{reviewId}/sources")
class SourcePages {

    private final NamingSources naming;
    private final SourceList sources;
    private final EvidenceFrame frame;
    private final RightOptions rights;
    private final PeopleDirectory people;

    SourcePages(
            NamingSources naming,
            SourceList sources,
            EvidenceFrame frame,
            RightOptions rights,
            PeopleDirectory people) {
        this.naming = naming;
        this.sources = sources;
        this.frame = frame;
        this.rights = rights;
        this.people = people;
    }

    /** @param uses the statements and rights that rest on it, in words */
    public record SourceRow(
            int number,
            String title,
            String publisher,
            String kind,
            String location,
            @Nullable String link,
            @Nullable Object publishedOn,
            String grade,
            String reliability,
            String credibility,
            boolean independent,
            @Nullable Integer corrects,
            @Nullable Integer correctedBy,
            String addedBy,
            Instant addedAt,
            List<String> uses) {}

    @GetMapping
    ModelAndView list(@PathVariable ReviewId reviewId, Model model, Actor viewer) {
        Typed typed = Typed.before(DeclarationForm.typedBefore(model));
        return page(frame.readable(reviewId, viewer), typed, viewer);
    }

    @PostMapping
    Object add(
            @PathVariable ReviewId reviewId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        ReviewCase review = frame.readable(reviewId, actor);
        FormValues values = new FormValues(sent);
        if (naming.mayName(review, actor)) {
            Optional<ModelAndView> undeclared = frame.undeclared(review, Onward.SOURCES, values, actor);
            if (undeclared.isPresent()) {
                return undeclared.get();
            }
        }
        Source.Description described = SourceFields.description(values, "");
        List<Section> form = List.of(form(review));
        List<FormProblem> problems = Section.together(
                Section.unreadable(form, values), naming.problems(reviewId, described, values.number("corrects")));
        if (!problems.isEmpty() && naming.mayName(review, actor)) {
            return page(review, Typed.wrong(values, problems), actor);
        }
        Source added = naming.add(reviewId, described, values.number("corrects"), actor);
        next.addFlashAttribute(
                "message", added.name() + " is in the list. It cannot be changed; a correction is a new entry.");
        return "redirect:/reviews/" + reviewId + "/sources";
    }

    private ModelAndView page(ReviewCase review, Typed typed, Actor viewer) {
        Map<Integer, List<String>> uses = sources.uses(review.id()).stream()
                .collect(Collectors.groupingBy(Use::number, Collectors.mapping(this::words, Collectors.toList())));
        ModelAndView page = frame.page("review/sources", review, typed, Onward.SOURCES, viewer);
        page.addObject(
                "sources",
                sources.of(review.id()).stream()
                        .map(source -> row(source, uses.getOrDefault(source.number(), List.of())))
                        .toList());
        page.addObject("form", naming.mayName(review, viewer) ? List.of(form(review)) : List.of());
        return page;
    }

    private Section form(ReviewCase review) {
        List<Field> fields = new ArrayList<>(SourceFields.of("", true));
        Map<String, String> standing = SourceFields.listed(sources.standing(review.id()));
        if (!standing.isEmpty()) {
            fields.add(Field.select(
                    "corrects",
                    "Corrects",
                    standing,
                    "Where this entry replaces one of the list: that one stays readable and carries nothing more.",
                    false));
        }
        return Section.of("Add a source", SourceFields.GRADES, fields);
    }

    private SourceRow row(Source source, List<String> uses) {
        Source.Description described = source.described();
        return new SourceRow(
                source.number(),
                described.title(),
                described.publisher(),
                Objects.requireNonNull(described.kind()).label(),
                described.location(),
                source.link(),
                described.publishedOn(),
                source.grade(),
                Objects.requireNonNull(described.reliability()).label(),
                Objects.requireNonNull(described.credibility()).label(),
                described.independent(),
                source.corrects(),
                source.correctedBy(),
                people.displayName(source.addedBy()),
                source.addedAt(),
                uses);
    }

    private String words(Use use) {
        return use.claim().isEmpty()
                ? rights.name(use.what())
                : Supports.valueOf(use.what()).label() + ": " + use.claim();
    }
}
