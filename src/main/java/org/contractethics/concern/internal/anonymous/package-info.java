/**
 * What a filer without an account holds and what is kept of it: return codes and the keys made of them, sessions and unsent files. Knows
 * nobody, and of a concern nothing but its opaque id.
 */
@NullMarked
package org.contractethics.concern.internal.anonymous;

import org.jspecify.annotations.NullMarked;
