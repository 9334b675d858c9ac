package org.contractethics.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.UntouchedReasons;
import org.contractethics.crash.Step.Preparation;
import org.contractethics.crash.Step.Prepared;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.review.Stage;
import org.contractethics.review.web.ReviewSteps;

/** Everything that is done on the way of one contract, in a register that holds no other. */
final class MainPath {

    private static final Pattern CLAIM = Pattern.compile("action=\"(/inbox/tasks/[^\"]+/claim)\"");
    private static final Pattern RIGHT = Pattern.compile("name=\"(R\\d\\d)\"");

    private static final String SEEN = "seen";
    private static final String SEAT = "select %s from review.panel_seat order by person offset %d limit 1";

    private final String word = "M" + UUID.randomUUID().toString().substring(0, 8);
    private final byte[] agreement = DocumentFixtures.docx(
            "1. Data processing. The Contractor shall process Agency data in the government region only.",
            "2. Permitted use. The Agency may use the service " + word + " to handle applications.");

    private final String baseUrl;
    private final Database database;
    private final Map<String, Person> people = new HashMap<>();

    MainPath(String baseUrl, Database database) {
        this.baseUrl = baseUrl;
        this.database = database;
    }

    /** Stands in one clause of the uploaded document and nowhere else. */
    String word() {
        return word;
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("register the contract", this::registering, "select 1 from contract.contract"));
        steps.add(new Step("upload the document", this::uploading, "select 1 from document.document_version"));
        steps.add(new Step("submit for review", this::submitting, "select 1 from review.review"));
        steps.addAll(stage(Stage.DOCUMENT_CHECK, "priya.raman", ReviewSteps.documents()));
        steps.addAll(stage(Stage.LEGAL_STOP, "leo.brandt", ReviewSteps.legal()));
        steps.addAll(stage(Stage.TRIAGE, "tariq.osman", ReviewSteps.triage()));
        steps.addAll(stage(Stage.RESEARCH, "dana.whitfield", ReviewSteps.research()));
        steps.add(claim(Stage.ASSESSMENT, "helen.okafor"));
        steps.add(sent(Stage.ASSESSMENT, this::assessing));
        steps.addAll(stage(Stage.MITIGATION, "priya.raman", ReviewSteps.mitigation()));
        for (int place = 0; place < 4; place++) {
            steps.add(vote(place, "CONDITIONAL"));
        }
        steps.add(vote(4, "REJECT"));
        steps.add(sent(Stage.VOTE, this::closing));
        steps.addAll(stage(Stage.DECISION, "ruth.castillo", ReviewSteps.decision()));
        steps.add(claim(Stage.SIGNATURE_GATE, "leo.brandt"));
        steps.add(new Step("bring what was signed", this::executing, "select 1 from review.executed_copy"));
        steps.add(sent(Stage.SIGNATURE_GATE, () -> working(Stage.SIGNATURE_GATE, "leo.brandt", signed())));
        steps.addAll(new ConcernPath(this).steps());
        return steps;
    }

    private List<Step> stage(Stage stage, String person, Map<String, ?> answers) {
        return List.of(claim(stage, person), sent(stage, () -> working(stage, person, answers)));
    }

    private Step claim(Stage stage, String person) {
        return new Step(
                "claim " + stage.taskKey(),
                () -> claiming(person),
                "select 1 from workflow.inbox_item where task_key = '%s' and assignee = '%s'"
                        .formatted(stage.taskKey(), person));
    }

    private static Step sent(Stage stage, Preparation preparing) {
        return new Step(
                "finish " + stage.taskKey(),
                preparing,
                "select 1 from review.stage_result where stage = '%s'".formatted(stage));
    }

    /** @param place of the voter among those who were drawn: the lots fall anew in each run */
    private Step vote(int place, String choice) {
        return new Step(
                "vote as member " + (place + 1),
                () -> working(Stage.VOTE, seat("person", place), ballot(place, choice)),
                "select 1 from review.vote where voter = (%s)".formatted(SEAT.formatted("person", place)));
    }

    private Map<String, Object> ballot(int place, String choice) {
        Map<String, Object> ballot = new LinkedHashMap<>();
        ballot.put("choice", choice);
        ballot.put("role", seat("role", place));
        ballot.put("rights", List.of("R05"));
        ballot.put("severity", "SERIOUS");
        ballot.put("reasons", "Because of member " + (place + 1));
        return ballot;
    }

    private String seat(String column, int place) {
        return database.text(SEAT.formatted(column, place));
    }

    private Prepared registering() throws Exception {
        Person sofia = person("sofia.marin");
        sofia.page("/contracts/new");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", "Case system " + word);
        fields.put("agencyName", "U.S. Immigration and Customs Enforcement");
        fields.put("supplier", "Example Software Corporation");
        fields.put("ceiling", "19400000");
        fields.put("currency", "USD");
        fields.put("capabilities", "ENFORCEMENT_DATA_FUSION");
        fields.put("secrecy", "NONE");
        fields.put("piid", word.toUpperCase(Locale.ROOT));
        return new Prepared(sofia, sofia.form("/contracts/new", fields));
    }

    private Prepared uploading() throws Exception {
        Person sofia = person("sofia.marin");
        sofia.page("/contracts/" + contract());
        String path = "/contracts/" + contract() + "/documents";
        return new Prepared(sofia, sofia.form(path, "document-file", "Agreement.docx", agreement));
    }

    /** The very file that was decided on. */
    private Prepared executing() throws Exception {
        Person leo = person("leo.brandt");
        String path = "/reviews/" + review() + "/executed-copies";
        leo.page(path);
        return new Prepared(leo, leo.form(path, "files", "Agreement.docx", agreement));
    }

    private Map<String, Object> signed() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("same", "yes");
        fields.put("copies", database.text("select version_id from review.executed_copy"));
        fields.put("company-signatory", "Sofia Marin");
        fields.put("customer-signatory", "Jane Doe");
        fields.put("signed-on", database.text("select (now() at time zone 'UTC')::date"));
        return fields;
    }

    private Prepared submitting() throws Exception {
        database.awaitDocumentsRead();
        Person sofia = person("sofia.marin");
        sofia.page("/reviews/new?contract=" + contract());
        Map<String, String> intake = Map.of("contract", contract(), "end-use", "Handles cases at the border");
        sofia.next("/reviews/new/check", intake);
        return new Prepared(sofia, sofia.form("/reviews", intake));
    }

    private Prepared claiming(String username) throws Exception {
        Person person = person(username);
        Matcher claim = CLAIM.matcher(person.page("/contracts/" + contract()));
        if (!claim.find()) {
            throw new AssertionError(username + " finds no task to claim");
        }
        return new Prepared(person, person.form(claim.group(1), Map.of()));
    }

    /** The form, filled in, and the check page, whose fields are what is sent. */
    private Prepared working(Stage stage, String username, Map<String, ?> answers) throws Exception {
        Person person = person(username);
        String path = "/reviews/" + review() + "/stages/" + stage.taskKey();
        Map<String, Object> fields = Forms.carriedOn(person.page(path));
        fields.putAll(answers);
        String check = person.next(path + "/check", fields);
        return new Prepared(person, person.form(path, Forms.carriedOn(check)));
    }

    private Prepared assessing() throws Exception {
        Person helen = person("helen.okafor");
        String path = "/reviews/" + review() + "/stages/assessment";
        String log = "/reviews/" + review() + "/consultations";
        helen.page(path);
        helen.page(log);
        helen.next(log, ReviewSteps.consultation());
        String overview = helen.page(path);
        Map<String, String> marks = new LinkedHashMap<>();
        marks.put(SEEN, seen(overview));
        Matcher rights = RIGHT.matcher(overview);
        while (rights.find()) {
            marks.put(rights.group(1), "no");
            marks.put("untouched-because-" + rights.group(1), UntouchedReasons.REASON);
        }
        marks.put("R05", "yes");
        marks.put("then", "rest");
        helen.next(path + "/marks", marks);
        Map<String, String> impact = new LinkedHashMap<>(ReviewSteps.impact());
        impact.put(SEEN, seen(helen.page(path + "/rights/R05")));
        helen.next(path + "/rights/R05", impact);
        marks.put(SEEN, seen(helen.page(path)));
        marks.put("then", "check");
        String check = helen.next(path + "/marks", marks);
        Object checked = Forms.carriedOn(check).getOrDefault("checked", "");
        return new Prepared(helen, helen.form(path, Map.of("checked", checked)));
    }

    /** The version of the part of the draft that a page began from. */
    private static String seen(String page) {
        Object version = Forms.carriedOn(page).getOrDefault(SEEN, "0");
        return version instanceof List<?> all ? all.get(0).toString() : version.toString();
    }

    private Prepared closing() throws Exception {
        Person ruth = person("ruth.castillo");
        ruth.page("/reviews/" + review() + "/stages/vote");
        return new Prepared(ruth, ruth.form("/reviews/" + review() + "/vote/close", Map.of()));
    }

    Person person(String username) throws Exception {
        Person known = people.get(username);
        if (known == null) {
            known = Person.signedIn(baseUrl, username);
            people.put(username, known);
        }
        return known;
    }

    String contract() {
        return database.text("select id from contract.contract");
    }

    String concern() {
        return database.text("select id from concern.concern");
    }

    private String review() {
        return database.text("select id from review.review");
    }
}
