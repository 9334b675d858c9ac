package org.contractethics.review.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contractethics.access.CurrentActor;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.FollowUpTasks;
import org.contractethics.review.internal.followup.SampleReviews;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ContractOf;
import org.contractethics.shared.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Whoever holds the second review of a contract is shown its documents and the page of that second review, and nothing else that an
 * address names of it, until their own result is given. An address that somebody adds is refused to them as well.
 */
@Configuration(proxyBeanMethods = false)
class BlindReading implements HandlerInterceptor, WebMvcConfigurer {

    private static final Pattern DOCUMENTS = Pattern.compile("(/api)?/contracts/\\{contractId}/documents(/.*)?");
    private static final String CONTRACT_ID = "contractId";
    private static final String SAMPLE_REVIEW_ID = "sampleReviewId";

    private final CurrentActor people;
    private final ObjectProvider<ContractOf> contracts;
    private final ObjectProvider<SampleReviews> samples;
    private final ObjectProvider<FollowUpTasks> tasks;

    BlindReading(
            CurrentActor people,
            ObjectProvider<ContractOf> contracts,
            ObjectProvider<SampleReviews> samples,
            ObjectProvider<FollowUpTasks> tasks) {
        this.people = people;
        this.contracts = contracts;
        this.samples = samples;
        this.tasks = tasks;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // behind the trail of reads, which keeps that it was tried
        registry.addInterceptor(this).order(1);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Map<String, String> parts = parts(request);
        if (!parts.isEmpty()
                && !isOfDocuments(request)
                && people.behind(request)
                        .filter(actor -> isKeptFrom(actor, parts))
                        .isPresent()) {
            throw Refused.notAllowed(
                    "You review this contract a second time for the audit sample. What the first review found"
                            + " is kept from you until you gave your own result; its documents are open. Your task stands under My work.");
        }
        return true;
    }

    private boolean isKeptFrom(Actor actor, Map<String, String> parts) {
        return FollowUpStep.REVIEW_SAMPLE.candidates().stream().anyMatch(actor::has)
                && contract(parts).stream().flatMap(id -> held(id, actor)).anyMatch(held -> !held.toString()
                        .equals(parts.get(SAMPLE_REVIEW_ID)));
    }

    private static boolean isOfDocuments(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern != null && DOCUMENTS.matcher(pattern.toString()).matches();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> parts(HttpServletRequest request) {
        Object parts = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return parts instanceof Map<?, ?> ? (Map<String, String>) parts : Map.of();
    }

    private Optional<ContractId> contract(Map<String, String> parts) {
        return parts.entrySet().stream()
                .flatMap(part -> contract(part.getKey(), part.getValue()).stream())
                .findFirst();
    }

    private Optional<ContractId> contract(String name, String value) {
        UUID id;
        try {
            id = UUID.fromString(value);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
        return name.equals(CONTRACT_ID)
                ? Optional.of(new ContractId(id))
                : contracts.getObject().contract(name, id);
    }

    /** Second reviews of the contract that this person holds and has given no result in. */
    private Stream<UUID> held(ContractId contract, Actor actor) {
        return samples.getObject().waiting(contract).stream().filter(id -> tasks.getObject()
                .open(id)
                .filter(task -> actor.username().equals(task.assignee()))
                .isPresent());
    }
}
