package org.contractethics.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.contractethics.shared.Actor;

/** The person behind the current request. Controllers may also take an {@link Actor} parameter. */
public interface CurrentActor {

    /** The signed-in person; {@link Actor#SYSTEM} outside a request. */
    Actor get();

    /** Whoever is signed in; nobody on anonymous pages, where a session is not even looked at. */
    default Optional<Actor> behind(HttpServletRequest request) {
        boolean nobody = request.getUserPrincipal() == null || AnonymousPages.isOne(request);
        return nobody ? Optional.empty() : Optional.of(get());
    }
}
