package org.contractethics.access.internal;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * What is asked of Keycloak's administration API, in one interface. The client's own leads from resource to resource, and each step
 * reads the annotations of some sixty methods anew: that took longer than Keycloak takes to answer. Public, as the client implements it
 * in a class loader of its own choice.
 */
@Path("/admin/realms/{realm}")
@Produces(MediaType.APPLICATION_JSON)
public interface KeycloakCalls {

    /**
     * @param exact or else every account whose name only holds what was asked for
     * @param brief without the attributes of the account
     */
    @GET
    @Path("users")
    List<UserRepresentation> users(
            @PathParam("realm") String realm,
            @QueryParam("username") String username,
            @QueryParam("exact") boolean exact,
            @QueryParam("briefRepresentation") boolean brief);

    /** With those that come from groups and from other roles; asked in a thread of the client. */
    @GET
    @Path("users/{id}/role-mappings/realm/composite")
    CompletionStage<List<RoleRepresentation>> effectiveRoles(
            @PathParam("realm") String realm, @PathParam("id") String user);

    @GET
    @Path("roles/{role}/users")
    List<UserRepresentation> withRole(
            @PathParam("realm") String realm,
            @PathParam("role") String role,
            @QueryParam("first") int first,
            @QueryParam("max") int most);

    @GET
    @Path("roles/{role}/groups")
    List<GroupRepresentation> groupsWithRole(
            @PathParam("realm") String realm,
            @PathParam("role") String role,
            @QueryParam("first") int first,
            @QueryParam("max") int most);

    @GET
    @Path("groups/{id}/members")
    List<UserRepresentation> members(
            @PathParam("realm") String realm,
            @PathParam("id") String group,
            @QueryParam("first") int first,
            @QueryParam("max") int most);
}
