/**
 * Seals what belongs to a concern before it reaches the database: one key pair per concern, its private half wrapped for each person
 * entitled to read it, and for nobody else.
 */
@NullMarked
package org.contractethics.concern.internal.vault;

import org.jspecify.annotations.NullMarked;
