package org.contractethics.access.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.UUID;
import java.util.stream.Stream;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.DocumentId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.ReviewId;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The OpenAPI description of everything below {@code /api}. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BEARER = "bearer";

    static {
        SpringDocUtils config = SpringDocUtils.getConfig();
        // the caller is who the token says, never a parameter
        config.addRequestWrapperToIgnore(Actor.class);
        Stream.of(
                        ContractId.class,
                        DocumentId.class,
                        DocumentVersionId.class,
                        ReviewId.class,
                        DecisionId.class,
                        ConcernId.class)
                .forEach(id -> config.replaceWithClass(id, UUID.class));
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Contract ethics review")
                                .version("1")
                                .description(
                                        "Contracts, documents, reviews and their panels, policy, record, reports and webhooks under the same rules as the pages. "
                                                + "Send an access token of the realm with the audience contract-ethics-api. Refusals are "
                                                + "problem documents (RFC 9457) with their reasons, and with the hard rule that was violated."))
                .addSecurityItem(new SecurityRequirement().addList(BEARER))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")));
    }
}
