/** Shows the policy to everyone who is signed in. */
@NullMarked
package org.contractethics.policy.web;

import org.jspecify.annotations.NullMarked;
