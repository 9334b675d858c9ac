/** Whole stories of real people in a real browser, from sign-in at Keycloak to the last page. */
@NullMarked
package org.contractethics.journeys;

import org.jspecify.annotations.NullMarked;
