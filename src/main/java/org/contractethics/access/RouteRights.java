package org.contractethics.access;

import jakarta.servlet.http.HttpServletRequest;
import org.contractethics.shared.Actor;

/** By which right a request passes. */
public interface RouteRights {

    /** What the rule of a route says where it asks for no role. */
    String SIGNED_IN = "SIGNED_IN";

    /**
     * The roles of this person that the rule of the route names, in one order, separated by spaces; {@link #SIGNED_IN} where it asks for
     * none. The request is one that the rule lets pass.
     */
    String allowing(HttpServletRequest request, Actor actor);
}
