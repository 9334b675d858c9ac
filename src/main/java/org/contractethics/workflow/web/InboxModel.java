package org.contractethics.workflow.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contractethics.access.Pager;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.workflow.internal.Inbox;
import org.contractethics.workflow.internal.Inbox.Lines;
import org.contractethics.workflow.internal.InboxFilter;
import org.contractethics.workflow.internal.InboxFilter.Due;
import org.contractethics.workflow.internal.InboxQuery;
import org.contractethics.workflow.internal.InboxQuery.Sort;
import org.contractethics.workflow.internal.InboxQuery.View;
import org.contractethics.workflow.internal.SavedView;
import org.contractethics.workflow.internal.SavedViews;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of the inbox shows: the list, what it can be narrowed by, and the views the person saved. */
@Component
class InboxModel {

    private final Inbox inbox;
    private final SavedViews saved;
    private final Clock clock;

    InboxModel(Inbox inbox, SavedViews saved, Clock clock) {
        this.inbox = inbox;
        this.saved = saved;
        this.clock = clock;
    }

    /**
     * @param opened the saved view the list was opened by; null where it was asked for in another way
     * @param problems with the name of a view to save
     */
    String fill(
            Model model,
            InboxRequest request,
            @Nullable SavedView opened,
            String name,
            List<FormProblem> problems,
            Actor actor) {
        Lines lines = inbox.page(request.toQuery(actor, clock.instant()));
        model.addAttribute("request", request);
        model.addAttribute("views", View.values());
        model.addAttribute("found", lines);
        model.addAttribute("pager", pager(request, lines));
        model.addAttribute("saved", saved.of(actor));
        model.addAttribute("opened", opened);
        model.addAttribute("name", name);
        model.addAttribute("problems", problems);
        model.addAttribute("claimable", lines.lines().stream().anyMatch(line -> line.offer() == Inbox.Offer.CLAIM));
        choices(model, request, actor);
        return "workflow/inbox";
    }

    private void choices(Model model, InboxRequest request, Actor actor) {
        Map<String, String> tiers = any("Any tier");
        InboxRequest.TIERS.forEach(tier -> tiers.put(tier, tier));
        Map<String, String> roles = any("Any of my roles");
        Steps.rolesWithTasks(actor).forEach(role -> roles.put(role.name(), role.label()));
        Map<String, String> steps = any("Any step");
        steps.putAll(Steps.LABELS);
        Map<String, String> dues = any("Any time");
        Stream.of(Due.values()).forEach(due -> dues.put(due.name(), due.label()));
        Map<String, String> sorts = new LinkedHashMap<>();
        Stream.of(Sort.values()).forEach(sort -> sorts.put(sort.path(), sort.label()));
        model.addAttribute("tiers", tiers);
        model.addAttribute("roles", roles);
        model.addAttribute("steps", steps);
        model.addAttribute("dues", dues);
        model.addAttribute("sorts", sorts);
        model.addAttribute("agencies", agencies(request, actor));
    }

    private Map<String, String> agencies(InboxRequest request, Actor actor) {
        Map<String, String> agencies = any("Any agency");
        inbox.agencies(actor, request.view()).forEach(agency -> agencies.put(agency, agency));
        InboxFilter filter = request.filter();
        if (filter.agency() != null) {
            agencies.putIfAbsent(filter.agency(), filter.agency());
        }
        return agencies;
    }

    private static Pager pager(InboxRequest request, Lines lines) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        request.parameters().forEach((parameter, value) -> filters.put(parameter, List.of(value)));
        return new Pager(
                request.page(),
                InboxQuery.PAGE_SIZE,
                lines.total(),
                "/inbox/" + request.view().path(),
                filters);
    }

    private static Map<String, String> any(String label) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", label);
        return choices;
    }
}
