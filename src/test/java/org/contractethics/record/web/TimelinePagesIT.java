package org.contractethics.record.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Paging back through the timeline of a contract with more entries than one page shows. */
@IntegrationTest
class TimelinePagesIT {

    private static final int MANY = 65;
    private static final Pattern EARLIER = Pattern.compile("/contracts/[0-9a-f-]{36}/timeline\\?before=\\d+");

    private final MockMvcTester pages;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final ContractId contract = new ContractId(UUID.randomUUID());

    @Autowired
    TimelinePagesIT(MockMvcTester pages, ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.pages = pages;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void muchHappened() {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < MANY; i++) {
                happened("stage-completed");
            }
            happened("vote-cast");
        });
    }

    @Test
    void the_chair_pages_back_to_the_first_entry() throws Exception {
        String address = "/contracts/" + contract + "/timeline";
        Set<String> seen = new HashSet<>();
        int items = 0;
        while (!address.isEmpty() && seen.add(address)) {
            String page = get("ruth.castillo", address).getResponse().getContentAsString();
            items += page.split("<li>", -1).length - 1 - footer(page);
            Matcher earlier = EARLIER.matcher(page);
            address = earlier.find() ? earlier.group() : "";
        }

        assertThat(seen).hasSize(3);
        assertThat(items).isEqualTo(MANY + 1);
    }

    @Test
    void nobody_pages_back_to_what_the_timeline_keeps_from_them() {
        assertThat(get("erin.walsh", "/contracts/" + contract + "/timeline")).hasStatus(404);
        assertThat(get("ruth.castillo", "/contracts/" + UUID.randomUUID() + "/timeline"))
                .hasStatus(404);
        assertThat(get("ruth.castillo", "/contracts/" + contract + "/timeline?before=0"))
                .hasStatus(404);
        assertThat(pages.get().uri("/contracts/" + contract + "/timeline")).hasStatus3xxRedirection();
    }

    /** Items of lists around the entries. */
    private static int footer(String page) {
        int start = page.indexOf("<ol class=\"history\"");
        int end = page.indexOf("</ol>", start);
        return page.substring(0, start).split("<li>", -1).length
                - 1
                + page.substring(end).split("<li>", -1).length
                - 1;
    }

    private void happened(String kind) {
        events.publishEvent(new Happened(kind, contract, "ruth.castillo", Instant.now(), Map.of()).whole());
    }

    private MvcTestResult get(String username, String path) {
        return pages.get()
                .uri(URI.create(path))
                .with(People.signedInAs(username))
                .exchange();
    }
}
