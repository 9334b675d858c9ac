package org.contractethics.access;

import java.util.Arrays;
import java.util.List;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Entity tags of what the API answers: a hash of the whole answer, so that every difference a caller could have seen makes
 * another tag. A change names the tag it was decided on; whoever saw something older is refused.
 */
@Component
public class EntityTags {

    private final JsonMapper json;

    EntityTags(JsonMapper json) {
        this.json = json;
    }

    /** The tag of an answer, in quotes as the header {@code ETag} carries it. */
    public String of(Object answer) {
        return '"' + Sha256.hex(json.writeValueAsString(answer)).substring(0, 32) + '"';
    }

    /**
     * Refuses a change by somebody who did not see what is there now. Call it while what it is about is locked.
     *
     * @param ifMatch the header {@code If-Match} as it was sent; null where it was not
     * @param answer what the caller would read now
     */
    public void demand(@Nullable String ifMatch, Object answer) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refused(
                    Refused.Kind.SEEN_UNKNOWN,
                    List.of("Read this first, and send the ETag of the answer as If-Match, so that nothing is changed"
                            + " that you did not see."));
        }
        boolean seen = ifMatch.strip().equals("*")
                || Arrays.stream(ifMatch.split(",", -1)).map(String::strip).anyMatch(of(answer)::equals);
        if (!seen) {
            throw new Refused(
                    Refused.Kind.NOT_AS_SEEN,
                    List.of("This changed after you read it. Nothing was changed by you; read it again, then decide."));
        }
    }
}
