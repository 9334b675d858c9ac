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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

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
    ModelAndView list(
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(defaultValue = "1") int page,
            Actor viewer) {
        return page(Filter.of(show), page, viewer);
    }

    /** As somebody finds it who comes to it. */
    ModelAndView first(Actor viewer) {
        return page(Filter.ALL, 1, viewer);
    }

    private ModelAndView page(Filter filter, int page, Actor viewer) {
        ModelAndView list = new ModelAndView("concern/list");
        boolean officer = reading.isHandler(viewer);
        if (officer) {
            list.addAllObjects(handled(filter, page, viewer));
        }
        return list.addAllObjects(waiting.of(viewer))
                .addObject("filed", listing.filedBy(viewer))
                .addObject("unseen", unseen.of(viewer))
                .addObject("employee", viewer.has(Role.EMPLOYEE))
                .addObject("officer", officer)
                .addObject("sealed", reading.isSealed())
                .addObject("mayFile", viewer.hasAny(Role.EMPLOYEE, Role.EXTERNAL_FILER))
                .addObject("problems", List.of())
                .addObject("typed", Map.of());
    }

    private Map<String, Object> handled(Filter filter, int number, Actor viewer) {
        Page page = listing.handledBy(viewer, filter, number);
        return Map.of(
                "filter",
                filter,
                "filters",
                Filter.values(),
                "handled",
                page.lines(),
                "total",
                page.total(),
                "pager",
                new Pager(
                        page.number(),
                        ListingConcerns.PAGE_SIZE,
                        page.total(),
                        PATH,
                        Map.of("show", List.of(filter.path()))));
    }
}
