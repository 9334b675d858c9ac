/** The search page, its API, and the page about the state of the index. */
@NullMarked
package org.contractethics.search.web;

import org.jspecify.annotations.NullMarked;
