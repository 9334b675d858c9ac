package org.contractethics.access.internal;

/** Where a sign-in begins. */
public final class SignInAddress {

    /** Path of the application that sends the browser to Keycloak. */
    public static final String START = "/oauth2/authorization/" + IdentityProvider.REGISTRATION;

    private SignInAddress() {}
}
