/**
 * Collective letters: texts that many sign, in one of four modes that say who learns of whom, and what follows from how many they are.
 */
@NullMarked
package org.contractethics.concern.internal.letter;

import org.jspecify.annotations.NullMarked;
