package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.DeclaredInterests;
import org.contractethics.People;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People who work off the stages of a review through its pages, as a browser without script would. */
class ReviewHands {

    private static final Pattern CLAIM = Pattern.compile("action=\"(/inbox/tasks/[^\"]+/claim)\"");
    private static final Pattern SEAT =
            Pattern.compile("data-label=\"Member\">([^<]+)</td><td data-label=\"Votes as\">([^<]+)</td>");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final MockMvcTester mvc;
    private final ContractId contract;
    private @Nullable String reference;

    ReviewHands(MockMvcTester mvc, ContractId contract) {
        this.mvc = mvc;
        this.contract = contract;
    }

    /** Who signed, and that it was today. */
    static Map<String, String> signedToday() {
        return Map.of(
                "company-signatory", "Sofia Marin, Head of Sales",
                "customer-signatory", "Jane Doe, Contracting Officer",
                "signed-on", LocalDate.now(ZoneOffset.UTC).toString());
    }

    final ContractId contract() {
        return contract;
    }

    MvcTestResult get(String person, String path) {
        DeclaredInterests.before(person, path, (review, stage) -> declare(person, review, stage));
        return opened(person, path);
    }

    /** Without a declaration of interests. */
    MvcTestResult opened(String person, String path) {
        return mvc.get().uri(path).with(People.signedInAs(person)).exchange();
    }

    String page(String person, String path) throws Exception {
        MvcTestResult answer = get(person, path);
        assertThat(answer).as(path).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    String casePage(String person) throws Exception {
        return page(person, "/contracts/" + contract);
    }

    /** What a person finds of this contract in a view of the inbox, however many other tasks are in it. */
    String inbox(String person, String view) throws Exception {
        return page(person, "/inbox/" + view + "?q=" + reference());
    }

    private String reference() throws Exception {
        if (reference == null) {
            reference = answer("august.lund", "/api/contracts/" + contract)
                    .path("reference")
                    .asString();
        }
        return reference;
    }

    private JsonNode answer(String person, String path) throws Exception {
        MvcTestResult answer = mvc.get().uri(path).with(People.tokenOf(person)).exchange();
        assertThat(answer).as(path).hasStatusOk();
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsString());
    }

    /** Signs the declaration of interests of a review before its first task. */
    private boolean declare(String person, String review, String stage) {
        Map<String, String> answers =
                Map.of("stage", stage, "then", stage.isEmpty() ? "discussion" : "", "interest", "NONE");
        return sent(person, "/reviews/" + review + "/declaration", answers)
                        .getResponse()
                        .getStatus()
                == HttpStatus.FOUND.value();
    }

    MvcTestResult post(String person, String path, Map<String, ?> fields) {
        DeclaredInterests.beforeSending(person, path, (review, stage) -> declare(person, review, stage));
        return sent(person, path, SeenOnPage.with(fields, path, page -> get(person, page)));
    }

    /** Without a declaration of interests. */
    MvcTestResult sent(String person, String path, Map<String, ?> fields) {
        MockMvcRequestBuilder request =
                mvc.post().uri(path).with(People.signedInAs(person)).with(csrf());
        fields.forEach((name, value) -> {
            if (value instanceof List<?> many) {
                many.forEach(one -> request.param(name, one.toString()));
            } else {
                request.param(name, value.toString());
            }
        });
        return request.exchange();
    }

    /** Where the first task that this person may claim is claimed. */
    String claimPath(String person) throws Exception {
        Matcher claim = CLAIM.matcher(casePage(person));
        assertThat(claim.find()).as("%s finds a task to claim", person).isTrue();
        return claim.group(1);
    }

    void claim(String person) throws Exception {
        Matcher claim = CLAIM.matcher(casePage(person));
        assertThat(claim.find())
                .as("%s finds a task to claim on the case page", person)
                .isTrue();
        assertThat(post(person, claim.group(1), Map.of())).hasStatus3xxRedirection();
    }

    /** Takes on the task that this page offers. */
    void claimOn(String path, String person) throws Exception {
        assertThat(post(person, claimOffered(path, person), Map.of())).hasStatus3xxRedirection();
    }

    String claimOffered(String path, String person) throws Exception {
        Matcher claim = CLAIM.matcher(page(person, path));
        assertThat(claim.find())
                .as("%s finds a task to claim on %s", person, path)
                .isTrue();
        return claim.group(1);
    }

    /** Claims the task with this label, where the page offers others beside it. */
    void claim(String label, String person) throws Exception {
        Matcher claim = Pattern.compile(
                        "action=\"(/inbox/tasks/[^\"]+/claim)\"(?:(?!</form>).)*Claim<span[^>]*>: "
                                + Pattern.quote(label),
                        Pattern.DOTALL)
                .matcher(casePage(person));
        assertThat(claim.find()).as("%s finds \"%s\" to claim", person, label).isTrue();
        assertThat(post(person, claim.group(1), Map.of())).hasStatus3xxRedirection();
    }

    /**
     * Claims the task, opens the form, checks and sends what the check page carries on. Asks the API which task it is: the page of the
     * contract, where people claim it, is many times as much work, and most tests only pass this way.
     */
    void workOff(ReviewId review, String key, String person, Map<String, ?> fields) throws Exception {
        assertThat(post(person, "/inbox/tasks/" + task(review, key, person) + "/claim", Map.of()))
                .hasStatus3xxRedirection();
        send(review, key, person, fields);
    }

    private String task(ReviewId review, String key, String person) throws Exception {
        for (JsonNode task : answer(person, "/api/inbox?q=" + reference()).path("tasks")) {
            if (task.path("subjectId").asString().equals(review.toString())
                    && task.path("task").asString().equals(key)
                    && task.path("offer").asString().equals("CLAIM")) {
                return task.path("id").asString();
            }
        }
        throw new AssertionError(person + " finds no task " + key + " to claim");
    }

    void send(ReviewId review, String key, String person, Map<String, ?> fields) throws Exception {
        String path = "/reviews/" + review + "/stages/" + key;
        Map<String, Object> sent = new LinkedHashMap<>(hidden(page(person, path)));
        sent.putAll(fields);
        if (bringsCopies(key, fields)) {
            sent.putAll(executed(review, person));
        }
        MvcTestResult check = post(person, path + "/check", sent);
        assertThat(check).as("%s %s", key, problems(check)).hasStatusOk();
        String checked = check.getResponse().getContentAsString();
        assertThat(checked).contains("Nothing is sent yet.");
        MvcTestResult answer = post(person, path, hidden(checked.substring(0, checked.indexOf("name=\"change\""))));
        assertThat(answer)
                .as("%s %s", key, problems(answer))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo("/contracts/" + contract);
    }

    /** Whoever says that the documents are the same and names no copies has brought none yet. */
    static boolean bringsCopies(String key, Map<String, ?> fields) {
        return key.equals("signature-gate") && "yes".equals(fields.get("same")) && !fields.containsKey("copies");
    }

    /** Brings the very files that were decided on as executed copies, and says who signed them today. */
    Map<String, Object> executed(ReviewId review, String person) throws Exception {
        String documents = "/api/contracts/" + contract + "/documents";
        for (JsonNode document : answer(person, documents)) {
            MvcTestResult original = mvc.get()
                    .uri(documents + "/" + document.path("id").asString() + "/original")
                    .with(People.tokenOf(person))
                    .exchange();
            assertThat(bring(
                            review,
                            person,
                            document.path("fileName").asString(),
                            original.getResponse().getContentAsByteArray()))
                    .hasStatus3xxRedirection();
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("same", "yes");
        fields.put("copies", brought(review, person));
        fields.putAll(signedToday());
        return fields;
    }

    MvcTestResult bring(ReviewId review, String person, String fileName, byte[] file) {
        return mvc.post()
                .uri("/reviews/" + review + "/executed-copies")
                .multipart()
                .file(new MockMultipartFile("files", fileName, "application/octet-stream", file))
                .with(People.signedInAs(person))
                .with(csrf())
                .exchange();
    }

    /** Ids of the executed copies of this round. */
    List<String> brought(ReviewId review, String person) throws Exception {
        return answer(person, "/api/reviews/" + review + "/executed-copies")
                .path("copies")
                .valueStream()
                .map(copy -> copy.path("id").asString())
                .toList();
    }

    /** Somebody the lot fell on. */
    record Drawn(String person, String role) {}

    /** Who sits on the panel, as its page says; employee panelists last. */
    List<Drawn> drawn(ReviewId review) throws Exception {
        String page = page("ruth.castillo", "/reviews/" + review + "/panel");
        List<Drawn> drawn = new ArrayList<>();
        Matcher row = SEAT.matcher(page);
        while (row.find()) {
            drawn.add(new Drawn(
                    row.group(1).toLowerCase(Locale.ROOT).replace(' ', '.'),
                    row.group(2).toUpperCase(Locale.ROOT).replace(' ', '_').replace("HUMAN-RIGHTS", "HR")));
        }
        drawn.sort(Comparator.comparing(seat -> seat.role().equals("EMPLOYEE_PANELIST")));
        return drawn;
    }

    void vote(ReviewId review, String person, String role, String choice) throws Exception {
        send(review, "vote", person, ballot(person, role, choice));
    }

    static Map<String, Object> ballot(String person, String role, String choice) {
        return Map.of(
                "choice",
                choice,
                "role",
                role,
                "rights",
                List.of("R05"),
                "severity",
                "SERIOUS",
                "reasons",
                "Because of " + person);
    }

    /** The hidden fields of the first form on the page, as a browser would send them. */
    static Map<String, List<String>> hidden(String html) {
        int main = html.indexOf("<main");
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Matcher field = HIDDEN.matcher(html.substring(Math.max(main, 0)));
        while (field.find()) {
            if (!field.group(1).equals("_csrf")) {
                List<String> values = fields.computeIfAbsent(field.group(1), name -> new ArrayList<>());
                String value = HtmlUtils.htmlUnescape(field.group(2));
                if (!values.contains(value)) {
                    values.add(value);
                }
            }
        }
        return fields;
    }

    static String problems(MvcTestResult answer) throws Exception {
        if (answer.getResponse().getStatus() != HttpStatus.UNPROCESSABLE_CONTENT.value()) {
            return "status " + answer.getResponse().getStatus();
        }
        Matcher summary = Pattern.compile("error-summary.*?</section>", Pattern.DOTALL)
                .matcher(answer.getResponse().getContentAsString());
        return summary.find() ? summary.group().replaceAll("<[^>]+>|\\s+", " ") : "no summary";
    }
}
