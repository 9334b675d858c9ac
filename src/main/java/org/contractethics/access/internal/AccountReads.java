package org.contractethics.access.internal;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * What is asked of Keycloak at every completion of a task and at every vote, as one interface that is made once: the administration
 * client makes its five anew for every account, which takes longer than the answer. Public, because the proxy is made by another loader.
 */
@Path("/admin/realms/{realm}/users")
@Produces(MediaType.APPLICATION_JSON)
public interface AccountReads {

    /** @param exact or else every account whose name only holds what was asked for */
    @GET
    List<UserRepresentation> named(
            @PathParam("realm") String realm,
            @QueryParam("username") String username,
            @QueryParam("exact") boolean exact,
            @QueryParam("briefRepresentation") boolean brief);

    /** The roles of the realm that the account holds, itself, through a group or through another role; asked in a thread of the client. */
    @GET
    @Path("{id}/role-mappings/realm/composite")
    CompletionStage<List<RoleRepresentation>> effectiveRoles(
            @PathParam("realm") String realm, @PathParam("id") String id);
}
