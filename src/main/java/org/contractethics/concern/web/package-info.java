/** The pages of the concerns, and their panel on the case page. */
@NullMarked
package org.contractethics.concern.web;

import org.jspecify.annotations.NullMarked;
