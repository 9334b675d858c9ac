package org.contractethics.concern;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.contractethics.Requests;
import org.contractethics.local.LocalServices;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Words that must not turn up anywhere, and the search for them with the owner's eyes: every column of every table of every schema,
 * the search cluster, the mails. Take words of at least twelve ASCII letters, digits and hyphens, new ones in each test.
 */
public final class CanaryScan {

    private static final Map<String, String> SETTINGS =
            LocalServices.forPurpose(LocalServices.Purpose.TEST).settings();

    private final String[] forms;
    private final WordsInBytes raw = new WordsInBytes();

    public CanaryScan(String... words) {
        this.forms = Arrays.stream(words)
                .flatMap(word -> CanaryForms.of(word).stream())
                .toArray(String[]::new);
        for (String form : forms) {
            raw.add(form);
        }
        for (String word : words) {
            raw.add(word.getBytes(StandardCharsets.UTF_16LE));
            raw.add(word.getBytes(StandardCharsets.UTF_16BE));
        }
    }

    /** Tables that hold one of the words in any column, in any of its forms. */
    public List<String> tables() throws SQLException {
        return tables("%");
    }

    /** @param like only tables whose qualified name is like this, as SQL compares */
    public List<String> tables(String like) throws SQLException {
        var found = new ArrayList<String>();
        var seen = new HashSet<String>();
        // the owner does not read the engine's tables, and the application not the owner's
        for (String account : List.of("spring.flyway.", "spring.datasource.")) {
            String user = account.equals("spring.flyway.") ? "user" : "username";
            try (Connection connection = DriverManager.getConnection(
                    SETTINGS.get("spring.datasource.url"),
                    SETTINGS.get(account + user),
                    SETTINGS.get(account + "password"))) {
                for (String table : tablesOf(connection, like)) {
                    if (seen.add(table) && holds(connection, table)) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }

    /** Whether one of the words stands in any document of the search cluster. */
    public boolean isIndexed() throws IOException, InterruptedException {
        String url = SETTINGS.get("contract-ethics.elasticsearch.url") + "/"
                + SETTINGS.get("contract-ethics.elasticsearch.index-prefix") + "*/_search?size=10000";
        HttpResponse<String> all = HttpClient.newHttpClient()
                .send(Requests.to(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        return standsIn(all.body());
    }

    /** Whether one of the words stands in any mail sent so far. */
    public boolean isMailed() throws MessagingException, IOException {
        for (MimeMessage mail :
                LocalServices.forPurpose(LocalServices.Purpose.TEST).mail().getReceivedMessages()) {
            if (standsIn(mail.getSubject() + mail.getContent())) {
                return true;
            }
        }
        return false;
    }

    /** In bytes of any kind: as UTF-8, UTF-16, base64 or hex. */
    public boolean standsIn(byte[] bytes) {
        return raw.anyIn(bytes);
    }

    public boolean standsIn(CharSequence text) {
        String all = text.toString();
        return Arrays.stream(forms).anyMatch(all::contains);
    }

    private static List<String> tablesOf(Connection reader, String like) throws SQLException {
        var tables = new ArrayList<String>();
        try (PreparedStatement query = reader.prepareStatement(
                """
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema')
                  and has_table_privilege(format('%I.%I', schemaname, tablename), 'select')
                  and schemaname || '.' || tablename like ?""")) {
            query.setString(1, like);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
        }
        return tables;
    }

    /** A row as text has its binary columns in hex. It is searched here: the database would go over it once for each form. */
    private boolean holds(Connection reader, String table) throws SQLException {
        CopyOut rows = reader.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (select t::text from " + table + " t) to stdout");
        boolean found = false;
        for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
            found |= raw.anyIn(row);
        }
        return found;
    }
}
