package org.contractethics.concern;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.contractethics.local.LocalServices;

/** Words that must not turn up anywhere else, and the search for them with the owner's eyes. */
final class Canary {

    private static final Map<String, String> SETTINGS =
            LocalServices.forPurpose(LocalServices.Purpose.TEST).settings();

    private final List<String> words;

    Canary(String... words) {
        this.words = List.of(words);
    }

    /** Tables that hold one of the words in any column, in plain text, hex or base64. */
    List<String> tables() throws SQLException {
        var found = new ArrayList<String>();
        // the owner does not read the engine's tables, and the application not the owner's
        for (String account : List.of("spring.flyway.", "spring.datasource.")) {
            String user = account.equals("spring.flyway.") ? "user" : "username";
            try (Connection connection = DriverManager.getConnection(
                    SETTINGS.get("spring.datasource.url"),
                    SETTINGS.get(account + user),
                    SETTINGS.get(account + "password"))) {
                found.addAll(tables(connection));
            }
        }
        return found.stream().distinct().toList();
    }

    private List<String> tables(Connection connection) throws SQLException {
        var found = new ArrayList<String>();
        for (String table : tablesOf(connection)) {
            for (String word : words) {
                if (holds(connection, table, word)) {
                    found.add(table);
                }
            }
        }
        return found;
    }

    /** Whether one of the words stands in any document of the search cluster. */
    boolean isIndexed() throws IOException, InterruptedException {
        String url = SETTINGS.get("contract-ethics.elasticsearch.url") + "/"
                + SETTINGS.get("contract-ethics.elasticsearch.index-prefix") + "*/_search?size=10000";
        HttpResponse<String> all = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        return standsIn(all.body());
    }

    /** Whether one of the words stands in any mail sent so far. */
    boolean isMailed() throws MessagingException, IOException {
        for (MimeMessage mail :
                LocalServices.forPurpose(LocalServices.Purpose.TEST).mail().getReceivedMessages()) {
            if (standsIn(mail.getSubject() + mail.getContent())) {
                return true;
            }
        }
        return false;
    }

    boolean standsIn(CharSequence text) {
        return words.stream().anyMatch(text.toString()::contains);
    }

    private static List<String> tablesOf(Connection owner) throws SQLException {
        var tables = new ArrayList<String>();
        try (PreparedStatement query = owner.prepareStatement(
                        """
                        select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema')
                          and has_table_privilege(format('%I.%I', schemaname, tablename), 'select')""");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static boolean holds(Connection owner, String table, String word) throws SQLException {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        // the ends of a base64 text depend on what surrounds it
        String base64 = Base64.getEncoder().encodeToString(bytes);
        try (PreparedStatement query = owner.prepareStatement("select exists (select 1 from " + table
                + " t where position(? in t::text) > 0 or position(? in t::text) > 0 or position(? in t::text) > 0)")) {
            query.setString(1, word);
            query.setString(2, hex);
            query.setString(3, base64.substring(0, base64.length() - 4));
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
