package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.contractethics.ApiCalls;
import org.contractethics.IntegrationTest;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** H1: whoever is named as paid by a contract takes no part, and nobody is kept out by a word of the account owner alone. */
@IntegrationTest
class AccountTeamIT {

    private static final String OWNER = "tom.lindqvist";
    private static final String NAMED = "priya.raman";
    private static final String CHAIR = "ruth.castillo";

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final DocumentStories stories;
    private final ReviewCases reviews;
    private final JdbcClient database;
    private final PeopleDirectory people;
    private final ApiCalls api;

    @Autowired
    AccountTeamIT(
            MockMvcTester mvc,
            BegunReviews begun,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            ReviewCases reviews,
            JdbcClient database,
            PeopleDirectory people,
            Environment settings) {
        this.mvc = mvc;
        this.begun = begun;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.reviews = reviews;
        this.database = database;
        this.people = people;
        this.api = new ApiCalls(settings);
    }

    @Test
    void a_reviewer_who_is_named_is_told_denies_it_and_takes_part_again_only_by_a_ruling() throws Exception {
        Begun review = submittedNaming(NAMED);
        ReviewHands hands = review.hands();
        String claim = hands.claimPath("leo.brandt");
        awaitNotice(NAMED, review.contract(), "you are named as paid by it");
        assertThat(hands.post(NAMED, claim, Map.of())).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(hands.page(NAMED, path(review))).contains("You are named as paid by this contract");
        assertThat(hands.post(NAMED, path(review) + "/denials", Map.of("reasons", " ")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Say why it is not so.");
        assertThat(deny(hands, review)).hasStatus(HttpStatus.FOUND);
        assertThat(hands.post(NAMED, claim, Map.of())).as("denied is not ruled").hasStatus(HttpStatus.FORBIDDEN);
        assertThat(deny(hands, review))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("You said so already.");
        awaitNotice(CHAIR, review.contract(), "somebody denies being paid by it");

        String denial = path(review) + "/denials/" + denialOf(review.contract());
        assertThat(hands.casePage(CHAIR)).contains("Rule on the denial of Priya Raman", denial);
        assertThat(hands.post(CHAIR, denial, Map.of("reasons", "x")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Say whether they are paid by the contract.");
        assertThat(hands.post(CHAIR, denial, Map.of("paid", "no", "reasons", "Legal has no share in sales.")))
                .hasStatus(HttpStatus.FOUND);

        assertThat(reviews.get(review.review()).accountTeam()).doesNotContain(NAMED);
        assertThat(hands.post(NAMED, claim, Map.of())).hasStatus(HttpStatus.FOUND);
        awaitNotice(OWNER, review.contract(), "it was ruled who is paid by it");
        assertThat(hands.page(CHAIR, "/contracts/" + review.contract() + "/timeline"))
                .contains("Ruled: not paid by the contract", "Legal has no share in sales.");
        assertThat(hands.post(CHAIR, denial, Map.of("paid", "yes", "reasons", "x")))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(hands.post(OWNER, path(review) + "/people", Map.of("people", NAMED)))
                .as("named again")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("is not paid by this contract");
        assertThatThrownBy(() -> change(review.review(), "account_team = account_team || '{" + NAMED + "}'"))
                .hasStackTraceContaining("not paid by the contract");
    }

    @Test
    void who_is_found_to_be_paid_stays_out() throws Exception {
        Begun review = submittedNaming(NAMED);
        String denials = "/api/contracts/" + review.contract() + "/account-team/denials";
        assertThat(api.post(NAMED, denials, Map.of("reasons", "I am in legal.")).status())
                .isEqualTo(201);
        String rulings = denials + "/" + denialOf(review.contract()) + "/rulings";

        assertThat(api.post("george.tan", rulings, Map.of("paid", true, "reasons", "Her rating counts it."))
                        .status())
                .isEqualTo(201);

        assertThat(reviews.get(review.review()).accountTeam()).containsExactly(NAMED);
        assertThat(review.hands().post(NAMED, review.hands().claimPath("leo.brandt"), Map.of()))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(review.hands().page("dana.whitfield", "/contracts/" + review.contract() + "/timeline"))
                .contains("denied it")
                .doesNotContain("I am in legal.");
        change(review.review(), "closed_at = now()");
        assertThatThrownBy(() -> openedWithout(review.contract()))
                .hasStackTraceContaining("it was ruled who is paid by the contract");
        begun.steps().submit(review.hands(), review.contract());
        assertThat(reviews.of(review.contract())).hasSize(2).allSatisfy(one -> assertThat(one.accountTeam())
                .containsExactly(NAMED));
        assertThat(api.post(NAMED, denials, Map.of("reasons", "I am in legal.")).toString())
                .startsWith("409");
    }

    @Test
    void nobody_rules_on_themselves_or_with_a_part_in_the_sale_and_nobody_reads_what_is_not_theirs() throws Exception {
        Begun review = submittedNaming(CHAIR);
        ReviewHands hands = review.hands();
        assertThat(hands.get("dana.whitfield", path(review))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(hands.post("dana.whitfield", path(review) + "/denials", Map.of("reasons", "x")))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(hands.post(OWNER, path(review) + "/denials", Map.of("reasons", "x")))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(hands.post(CHAIR, path(review) + "/denials", Map.of("reasons", "I chair the panel.")))
                .hasStatus(HttpStatus.FOUND);
        String denial = path(review) + "/denials/" + denialOf(review.contract());

        for (String person : List.of(CHAIR, OWNER, "dana.whitfield")) {
            assertThat(hands.get(person, denial)).as(person).hasStatus(HttpStatus.FORBIDDEN);
            assertThat(hands.post(person, denial, Map.of("paid", "no", "reasons", "x")))
                    .as(person)
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
        String api = "/api/contracts/" + review.contract() + "/account-team/denials";
        assertThat(this.api.get(OWNER, api).body()).isEmpty();
        assertThat(this.api.get("george.tan", api).body()).hasSize(1);
        assertThat(hands.get(
                        "george.tan",
                        "/contracts/" + begun.submitted(mvc).contract() + "/account-team/denials/"
                                + denialOf(review.contract())))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void past_the_pages_nobody_leaves_the_account_team_or_rewrites_what_a_review_is_about() throws Exception {
        Begun review = submittedNaming(NAMED);
        assertThatThrownBy(() -> change(review.review(), "account_team = '{}'")).hasStackTraceContaining("(H1)");
        assertThatThrownBy(() -> change(review.review(), "submitter = 'nobody'"))
                .hasStackTraceContaining("stay as they were");
        assertThatThrownBy(() -> change(
                        review.review(),
                        "contract_id = (select id from contract.contract where id <> contract_id limit 1)"))
                .hasStackTraceContaining("stay as they were");
        assertThatThrownBy(() -> denied(review.contract(), "dana.whitfield"))
                .hasStackTraceContaining("only who is named");
        change(review.review(), "account_team = account_team || '{" + OWNER + "}'");
        assertThatThrownBy(() -> denied(review.contract(), OWNER)).hasStackTraceContaining("who owns the contract");
        assertThatThrownBy(() -> change(review.review(), "account_team = array[null]::text[]"))
                .hasStackTraceContaining("(H1)");
        deny(review.hands(), review);
        for (String by : List.of(NAMED, OWNER)) {
            assertThatThrownBy(() -> ruled(review.contract(), by)).as(by).hasStackTraceContaining("(H1)");
        }
        assertThat(reviews.get(review.review()).accountTeam()).contains(NAMED);
        for (String table : List.of("pay_denial", "pay_ruling")) {
            assertThatThrownBy(() -> database.sql("delete from review." + table).update())
                    .as(table)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void the_owner_of_what_was_called_in_names_who_is_paid_until_the_vote_opens() throws Exception {
        ContractId contract = stories.aContract();
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        ReviewHands hands = begun.hands(mvc, contract);
        String path = "/contracts/" + contract + "/account-team";
        assertThat(hands.post(OWNER, path + "/people", Map.of("people", NAMED))).hasStatus(HttpStatus.CONFLICT);
        assertThat(hands.post(CHAIR, "/contracts/" + contract + "/call-in", Map.of("reasons", "It runs.")))
                .hasStatus(HttpStatus.FOUND);
        hands.claim(NAMED);
        assertThat(hands.post(OWNER, path + "/people", Map.of("people", "nobody, " + NAMED)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("There is no account named", "nobody, " + NAMED);

        assertThat(hands.post(OWNER, path + "/people", Map.of("people", NAMED + ", sofia.marin")))
                .hasStatus(HttpStatus.FOUND);

        ReviewId review = reviews.of(contract).get(0).id();
        assertThat(reviews.get(review).accountTeam()).containsExactly(NAMED, "sofia.marin");
        assertThat(hands.claimPath("leo.brandt"))
                .as("what the named held waits again")
                .isNotBlank();
        awaitNotice("sofia.marin", contract, "you are named as paid by it");
        assertThat(hands.post(OWNER, path + "/people", Map.of("people", NAMED)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("is named already");
        assertThat(hands.post("sofia.marin", path + "/people", Map.of("people", "dana.whitfield")))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void nobody_names_all_who_could_rule_on_it_or_clears_who_became_the_owner() throws Exception {
        ContractId contract = stories.aContract();
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        String rulers = String.join(", ", rulers());
        assertThat(begun.hands(mvc, contract)
                        .post(
                                OWNER,
                                "/reviews/new/check",
                                Map.of(
                                        "contract",
                                        contract.toString(),
                                        "end-use",
                                        "Case handling",
                                        "account-team",
                                        rulers)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("who could rule on who is paid", rulers);

        Begun review = submittedNaming("sofia.marin");
        String denials = "/api/contracts/" + review.contract() + "/account-team/denials";
        assertThat(api.post("sofia.marin", denials, Map.of("reasons", "I sell other things."))
                        .status())
                .isEqualTo(201);
        database.sql(
                        "insert into contract.account_owner values (:id, 2, 'sofia.marin', now(), 'tom.lindqvist', 'OWN_DECISION', 'She sells it.')")
                .param("id", review.contract().value())
                .update();
        assertThat(review.hands()
                        .post(
                                CHAIR,
                                path(review) + "/denials/" + denialOf(review.contract()),
                                Map.of("paid", "no", "reasons", "x")))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("owns this contract now");
        assertThatThrownBy(() -> ruled(review.contract(), CHAIR)).hasStackTraceContaining("who owns the contract");
    }

    @Test
    void nobody_is_named_any_more_once_people_vote() throws Exception {
        Begun review = begun.upToTheVote(mvc);

        assertThat(review.hands().post(OWNER, path(review) + "/people", Map.of("people", "dana.whitfield")))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("The vote was opened");
        assertThat(reviews.get(review.review()).accountTeam()).doesNotContain("dana.whitfield");
    }

    private Begun submittedNaming(String person) throws Exception {
        ContractId contract = stories.aContract();
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        ReviewHands hands = begun.hands(mvc, contract);
        return new Begun(contract, begun.steps().submit(hands, contract, person), hands);
    }

    private List<String> rulers() {
        return Stream.of(Role.PANEL_CHAIR, Role.BOARD_COMMITTEE)
                .flatMap(role -> people.withRole(role).stream())
                .map(PeopleDirectory.Person::username)
                .distinct()
                .toList();
    }

    /** Past the use case: a later review that names nobody. */
    private void openedWithout(ContractId contract) {
        database.sql(
                        """
                        insert into review.review (id, contract_id, submitter, opened_at, document_set_hash, contract_version, intake)
                        values (gen_random_uuid(), :contract, :owner, now(), repeat('0', 64), 1, '{}')
                        """)
                .param("contract", contract.value())
                .param("owner", OWNER)
                .update();
    }

    private static String path(Begun review) {
        return "/contracts/" + review.contract() + "/account-team";
    }

    private static MvcTestResult deny(ReviewHands hands, Begun review) {
        return hands.post(NAMED, path(review) + "/denials", Map.of("reasons", "I am in legal and have no share."));
    }

    private UUID denialOf(ContractId contract) {
        return database.sql("select id from review.pay_denial where contract_id = :contract")
                .param("contract", contract.value())
                .query(UUID.class)
                .single();
    }

    private void change(ReviewId review, String what) {
        database.sql("update review.review set " + what + " where id = :id")
                .param("id", review.value())
                .update();
    }

    private void denied(ContractId contract, String person) {
        database.sql("insert into review.pay_denial values (gen_random_uuid(), :contract, :person, 'x', now())")
                .param("contract", contract.value())
                .param("person", person)
                .update();
    }

    private void ruled(ContractId contract, String by) {
        database.sql("insert into review.pay_ruling values (:denial, false, 'x', :by, now())")
                .param("denial", denialOf(contract))
                .param("by", by)
                .update();
    }

    /** Notices are delivered after the act, by a thread of their own. */
    private void awaitNotice(String person, ContractId contract, String words) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(database.sql(
                                "select title from notification.notice where username = :person and link like '/contracts/' || :contract || '%'")
                        .param("person", person)
                        .param("contract", contract.toString())
                        .query(String.class)
                        .list())
                .anyMatch(title -> title.endsWith(words)));
    }
}
