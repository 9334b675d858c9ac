/** The rules in words. */
@NullMarked
package org.contractethics.policy.web;

import org.jspecify.annotations.NullMarked;
