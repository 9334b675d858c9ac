package org.contractethics.webhook.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.access.Pager;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Role;
import org.contractethics.webhook.internal.Delivery;
import org.contractethics.webhook.internal.SubscribingWebhooks;
import org.contractethics.webhook.internal.Subscription;
import org.contractethics.webhook.internal.Subscriptions;
import org.contractethics.webhook.internal.WebhookDeliveries;
import org.contractethics.webhook.internal.WebhookEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which systems are told, by whom it was said, and what became of each message. */
@Controller
@RequestMapping("/webhooks")
class WebhookPages {

    private static final int PAGE = 25;
    private static final String NEW = "added";

    private static final Map<String, String> OUTCOMES = Map.of(
            "APPROVE", "approved",
            "CONDITIONAL", "approved with conditions",
            "REJECT", "rejected",
            "RETURN", "returned for clarification",
            "SUSPEND", "suspended",
            "EXIT", "to be ended");

    private final Subscriptions subscriptions;
    private final WebhookDeliveries deliveries;
    private final SubscribingWebhooks subscribing;
    private final PeopleDirectory people;
    private final JsonMapper json;

    WebhookPages(
            Subscriptions subscriptions,
            WebhookDeliveries deliveries,
            SubscribingWebhooks subscribing,
            PeopleDirectory people,
            JsonMapper json) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.subscribing = subscribing;
        this.people = people;
        this.json = json;
    }

    /** @param events in words */
    public record Row(Subscription subscription, String address, String events, String createdBy) {}

    /**
     * @param contract id of the contract it is about
     * @param outcome of the decision, in words
     */
    public record Message(Delivery delivery, @Nullable String contract, @Nullable String outcome) {}

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "1") int page, Model model, Actor actor) {
        ModelAndView shown = page(page, "", List.of(), List.of(), HttpStatus.OK, actor);
        if (model.getAttribute(NEW) instanceof UUID added) {
            shown.addObject("secret", subscriptions.secret(added));
        }
        return shown;
    }

    @PostMapping
    Object subscribe(
            @RequestParam(defaultValue = "") String url,
            @RequestParam(required = false, defaultValue = "") List<String> events,
            Actor actor,
            RedirectAttributes redirect) {
        String typed = url.strip();
        Set<WebhookEvent> wanted = Arrays.stream(WebhookEvent.values())
                .filter(event -> events.contains(event.name()))
                .collect(Collectors.toSet());
        List<FormProblem> problems = subscribing.problems(typed, wanted);
        if (!problems.isEmpty()) {
            return page(1, url, events, problems, HttpStatus.UNPROCESSABLE_CONTENT, actor);
        }
        // the id, not the secret: what is flashed lies in the session, and the session in the database
        redirect.addFlashAttribute(
                NEW, subscribing.subscribe(typed, wanted, actor).subscription().id());
        redirect.addFlashAttribute("message", "From now on this system is told.");
        return "redirect:/webhooks";
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
        subscribing.end(id, actor);
        redirect.addFlashAttribute("message", "This system is told no more.");
        return "redirect:/webhooks";
    }

    @PostMapping("/deliveries/{id}/again")
    String again(@PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
        subscribing.sendAgain(id, actor);
        redirect.addFlashAttribute("message", "The message is sent again within a minute.");
        return "redirect:/webhooks";
    }

    private ModelAndView page(
            int number,
            String url,
            List<String> events,
            List<FormProblem> problems,
            HttpStatusCode status,
            Actor actor) {
        Pager pager =
                new Pager(Math.min(Math.max(1, number), 1_000_000), PAGE, deliveries.count(), "/webhooks", Map.of());
        List<Delivery> shown = deliveries.page(PAGE, (pager.number() - 1) * PAGE);
        ModelAndView page = new ModelAndView("webhook/webhooks");
        page.setStatus(status);
        page.addObject("rows", subscriptions.all().stream().map(this::row).toList());
        page.addObject("messages", shown.stream().map(this::message).toList());
        page.addObject("pager", pager);
        page.addObject("legal", actor.has(Role.LEGAL_REVIEWER));
        page.addObject("choices", choices());
        page.addObject("url", url);
        page.addObject("chosen", events);
        page.addObject("problems", problems);
        return page;
    }

    private Message message(Delivery delivery) {
        JsonNode data = json.readTree(delivery.body()).path("data");
        String outcome = data.path("outcome").asString("");
        String contract = data.path("contractId").asString("");
        return new Message(delivery, contract.isEmpty() ? null : contract, OUTCOMES.get(outcome));
    }

    private Row row(Subscription subscription) {
        String events =
                subscription.events().stream().sorted().map(WebhookEvent::label).collect(Collectors.joining(", "));
        return new Row(
                subscription, subscription.url().toString(), events, people.displayName(subscription.createdBy()));
    }

    private static Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (WebhookEvent event : WebhookEvent.values()) {
            choices.put(event.name(), event.label());
        }
        return choices;
    }
}
