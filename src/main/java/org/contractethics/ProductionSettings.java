package org.contractethics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What production must be told. Looks only at the settings themselves; whether servers answer is for {@link ProductionServers}. */
final class ProductionSettings {

    static final String DATABASE = "spring.datasource.url";
    static final String DATABASE_USER = "spring.datasource.username";
    static final String DATABASE_PASSWORD = "spring.datasource.password";
    static final String OWNER = "spring.flyway.user";
    static final String OWNER_PASSWORD = "spring.flyway.password";
    static final String BASE_URL = "contract-ethics.base-url";
    static final String KEYCLOAK = "contract-ethics.keycloak.url";
    static final String REALM = "contract-ethics.keycloak.realm";
    static final String PAGES_SECRET = "contract-ethics.keycloak.pages-secret";
    static final String DIRECTORY_SECRET = "contract-ethics.keycloak.directory-secret";
    static final String WEBHOOK_KEY = "contract-ethics.webhooks.secret-key";
    static final String ELASTICSEARCH = "contract-ethics.elasticsearch.url";
    static final String ELASTICSEARCH_KEY = "contract-ethics.elasticsearch.api-key";
    static final String ELASTICSEARCH_USER = "contract-ethics.elasticsearch.username";
    static final String ELASTICSEARCH_PASSWORD = "contract-ethics.elasticsearch.password";
    static final String ELASTICSEARCH_CA = "contract-ethics.elasticsearch.ca-file";
    static final String ELASTICSEARCH_SHARDS = "contract-ethics.elasticsearch.shards";
    static final String ELASTICSEARCH_REPLICAS = "contract-ethics.elasticsearch.replicas";
    static final String CUSTODIAN_PUBLIC = "contract-ethics.custodian.public-key";
    static final String CUSTODIAN_PRIVATE = "contract-ethics.custodian.private-key";
    static final String CUSTODIAN_LOOKUP = "contract-ethics.custodian.lookup-key";
    static final String DESTROYED = "contract-ethics.concerns.destroyed-file";
    static final String SMTP_HOST = "spring.mail.host";
    static final String SMTP_PORT = "spring.mail.port";
    static final String MAIL_FROM = "contract-ethics.mail.from";
    static final String RECORD_ORIGIN = "contract-ethics.record.origin";
    static final String RECORD_SIGNER = "contract-ethics.record.signer-key";
    static final String RECORD_NEXT_SIGNER = "contract-ethics.record.key-exchange.next-signer-key";
    static final String RECORD_MAC = "contract-ethics.record.mac-key";
    static final String RECORD_POLICY = "contract-ethics.record.policy-file";
    static final String RECORD_CHECKPOINTS = "contract-ethics.record.checkpoint-file";
    static final String CONSULTATION = "contract-ethics.policy.consultation-days";
    static final String WEBHOOK_HTTP = "contract-ethics.webhooks.allow-http";
    static final String WEBHOOK_PRIVATE = "contract-ethics.webhooks.allow-private-addresses";

    /** Every password and secret of the demonstration begins so; they are public. */
    static final String DEMONSTRATION = "demonstration-";

    private static final Pattern JDBC = Pattern.compile("jdbc:postgresql://[^/\\s]+/[^\\s?]+(\\?\\S*)?");
    private static final Pattern WEB = Pattern.compile("https?://[^/\\s]+(/\\S*[^/\\s])?");
    private static final Pattern WEB_NODES = Pattern.compile(WEB.pattern() + "(\\s*,\\s*" + WEB.pattern() + ")*");
    /** Sign-in, sessions and tokens travel here: without encryption only inside this machine. */
    private static final Pattern SAFE_WEB =
            Pattern.compile("(https://|http://(localhost|127\\.0\\.0\\.1)(:|/|$))\\S*[^/\\s]");

    private static final Pattern NAME = Pattern.compile("[^\\s/:@]+");
    private static final Pattern PORT = Pattern.compile("[1-9]\\d{0,4}");
    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final Pattern API_KEY = Pattern.compile("[A-Za-z0-9+/=_-]+");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+|file:.+");
    private static final Pattern WEBHOOK_SEAL = Pattern.compile("[A-Za-z0-9+/]{43}=");
    private static final Pattern ORIGIN = Pattern.compile("[^\\s+]{1,200}");
    private static final Pattern NO = Pattern.compile("false");
    private static final Pattern ANYTHING = Pattern.compile("[^\\x00]+");

    private static final List<Demand> DEMANDS = List.of(
            new Demand(
                    DATABASE,
                    JDBC,
                    "the address of PostgreSQL, for example jdbc:postgresql://db.example.org:5432/ethics"),
            new Demand(DATABASE_USER, ANYTHING, "the database role the application works as"),
            new Demand(DATABASE_PASSWORD, ANYTHING, "the password of that role"),
            new Demand(OWNER, ANYTHING, "the database role that owns the tables"),
            new Demand(OWNER_PASSWORD, ANYTHING, "the password of the owner role"),
            new Demand(BASE_URL, SAFE_WEB, "the https address people open, without a slash at the end"),
            new Demand(
                    KEYCLOAK,
                    SAFE_WEB,
                    "the https address of Keycloak as browsers reach it, without a slash at the end"),
            new Demand(REALM, NAME, "the name of the Keycloak realm"),
            new Demand(PAGES_SECRET, ANYTHING, "the secret of the Keycloak client contract-ethics-pages"),
            new Demand(DIRECTORY_SECRET, ANYTHING, "the secret of the Keycloak client contract-ethics-directory"),
            new Demand(
                    WEBHOOK_KEY,
                    WEBHOOK_SEAL,
                    "the key that seals the secrets of webhooks, 32 random bytes in Base64 as openssl rand -base64 32"
                            + " makes them"),
            new Demand(
                    ELASTICSEARCH,
                    WEB_NODES,
                    "the address of Elasticsearch, for example https://search.example.org:9200"),
            new Demand(CUSTODIAN_PUBLIC, KEY, "the key that seals concerns, made by the command custodian-key"),
            new Demand(
                    CUSTODIAN_LOOKUP,
                    KEY,
                    "the key by which filers find their concerns, made by the command custodian-key"),
            new Demand(SMTP_HOST, NAME, "the name of the mail server"),
            new Demand(SMTP_PORT, PORT, "the port of the mail server, for example 587"),
            new Demand(MAIL_FROM, MAIL_ADDRESS, "the address mails come from"),
            new Demand(
                    RECORD_ORIGIN,
                    ORIGIN,
                    "the name of the record in its checkpoints, for example ethics.example.org/record"));

    /** What may be left out, but not be wrong. */
    private static final List<Demand> WHERE_GIVEN = List.of(
            new Demand(
                    CONSULTATION,
                    Pattern.compile("[1-9]\\d{0,2}"),
                    "a number of days from 1 on, or nothing: without them rules change before staff can comment"),
            new Demand(
                    WEBHOOK_HTTP, NO, "false or nothing: what is sent without TLS can be read and changed on its way"),
            new Demand(
                    WEBHOOK_PRIVATE,
                    NO,
                    "false or nothing: webhooks into the own network reach what is not meant for them"),
            new Demand(CUSTODIAN_PRIVATE, KEY, "the key that opens concerns, made by the command custodian-key"),
            new Demand(ELASTICSEARCH_KEY, API_KEY, "the encoded form of the API key, as Elasticsearch gave it out"),
            new Demand(
                    ELASTICSEARCH_SHARDS, Pattern.compile("[1-9]|[1-5]\\d|6[0-4]"), "a number of shards from 1 to 64"),
            new Demand(
                    ELASTICSEARCH_REPLICAS, Pattern.compile("[0-5]"), "a number of replicas from 0 to 5, or nothing"));

    private final Function<String, @Nullable String> settings;

    /** @param settings answers null for a setting that is not there */
    ProductionSettings(Function<String, @Nullable String> settings) {
        this.settings = settings;
    }

    /** The value, or empty text where there is none. */
    String get(String name) {
        return Optional.ofNullable(settings.apply(name)).orElse("").strip();
    }

    /** One sentence for each setting that must be mended; empty when all may stand. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        DEMANDS.forEach(demand -> demand.problem(get(demand.name())).ifPresent(problems::add));
        WHERE_GIVEN.stream()
                .filter(demand -> !get(demand.name()).isEmpty())
                .forEach(demand -> demand.problem(get(demand.name())).ifPresent(problems::add));
        problems.addAll(SearchSettings.problems(this));
        problems.addAll(CustodianFiles.problems(this));
        problems.addAll(DestroyedFiles.problems(this));
        problems.addAll(RecordSecrets.problems(this));
        problems.addAll(RecordFiles.problems(this));
        if (!get(OWNER).isEmpty() && get(OWNER).equals(get(DATABASE_USER))) {
            problems.add(
                    "Setting %s names the same role as %s: put two roles there, or the application could rewrite its own record."
                            .formatted(OWNER, DATABASE_USER));
        }
        return problems;
    }

    /**
     * @param wanted ends the sentence "put there ..."
     */
    private record Demand(String name, Pattern form, String wanted) {

        Optional<String> problem(String value) {
            if (value.isEmpty()) {
                return Optional.of("Setting %s is missing: put there %s.".formatted(name, wanted));
            }
            if (value.startsWith(DEMONSTRATION)) {
                return Optional.of(
                        "Setting %s has the public value of the demonstration: put there %s, known to nobody else."
                                .formatted(name, wanted));
            }
            if (!form.matcher(value).matches()) {
                return Optional.of("Setting %s is malformed: put there %s.".formatted(name, wanted));
            }
            return Optional.empty();
        }
    }
}
