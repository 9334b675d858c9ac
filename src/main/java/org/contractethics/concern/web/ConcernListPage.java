package org.contractethics.concern.web;

import java.util.List;
import java.util.Map;
import org.contractethics.access.Pager;
import org.contractethics.concern.internal.ListingConcerns;
import org.contractethics.concern.internal.ListingConcerns.Filter;
import org.contractethics.concern.internal.ListingConcerns.Page;
import org.contractethics.concern.internal.ReadingConcerns;
import org.contractethics.concern.internal.UnseenByFilers;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The concerns that somebody filed, and page by page those that are theirs to handle. */
@Controller
class ConcernListPage {

    private static final String PATH = "/concerns";

    private final ListingConcerns listing;
    private final ReadingConcerns reading;
    private final SecondPersonLists waiting;
    private final UnseenByFilers unseen;

    ConcernListPage(
            ListingConcerns listing, ReadingConcerns reading, SecondPersonLists waiting, UnseenByFilers unseen) {
        this.listing = listing;
        this.reading = reading;
        this.waiting = waiting;
        this.unseen = unseen;
    }

    @GetMapping(PATH)
    String list(
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(defaultValue = "1") int page,
            Actor viewer,
            Model model) {
        boolean officer = reading.isHandler(viewer);
        if (officer) {
            handled(Filter.of(show), page, viewer, model);
        }
        model.addAttribute("filed", listing.filedBy(viewer));
        model.addAttribute("unseen", unseen.of(viewer));
        model.addAllAttributes(waiting.of(viewer));
        model.addAttribute("employee", viewer.has(Role.EMPLOYEE));
        model.addAttribute("officer", officer);
        model.addAttribute("sealed", reading.isSealed());
        model.addAttribute("mayFile", viewer.hasAny(Role.EMPLOYEE, Role.EXTERNAL_FILER));
        return "concern/list";
    }

    private void handled(Filter filter, int number, Actor viewer, Model model) {
        Page page = listing.handledBy(viewer, filter, number);
        model.addAttribute("filter", filter);
        model.addAttribute("filters", Filter.values());
        model.addAttribute("handled", page.lines());
        model.addAttribute("total", page.total());
        model.addAttribute(
                "pager",
                new Pager(
                        page.number(),
                        ListingConcerns.PAGE_SIZE,
                        page.total(),
                        PATH,
                        Map.of("show", List.of(filter.path()))));
    }
}
