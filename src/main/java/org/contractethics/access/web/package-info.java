/** What every page shares: the person behind it, refusals, errors, kept forms. */
@NullMarked
package org.contractethics.access.web;

import org.jspecify.annotations.NullMarked;
