package org.contractethics.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The people of the realm file. */
public final class DemonstrationPeople {

    private static final List<Person> PEOPLE = read();

    /** The password of every one of them; production refuses their sign-in and tokens, and does not start with the demonstration secrets. */
    public static final String PASSWORD = "ethics-demo";

    /**
     * @param username account name
     * @param name full name
     * @param roles realm roles
     */
    public record Person(String username, String name, String email, List<String> roles) {}

    private DemonstrationPeople() {}

    public static List<Person> all() {
        return PEOPLE;
    }

    private static List<Person> read() {
        try {
            JsonNode realm = JsonMapper.shared().readTree(Files.readString(KeycloakServer.REALM_FILE));
            return stream(realm.get("users"))
                    .filter(user -> user.hasNonNull("email"))
                    .map(DemonstrationPeople::person)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the realm file cannot be read", e);
        }
    }

    public static Optional<Person> find(String username) {
        return all().stream()
                .filter(person -> person.username().equals(username))
                .findFirst();
    }

    private static Person person(JsonNode user) {
        return new Person(
                user.get("username").asString(),
                user.get("firstName").asString() + " " + user.get("lastName").asString(),
                user.get("email").asString(),
                stream(user.get("realmRoles")).map(JsonNode::asString).toList());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
