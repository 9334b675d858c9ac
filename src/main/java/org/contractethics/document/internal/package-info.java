/** Stores documents, guards who may add and read them, and has their text read after the commit. */
@NullMarked
package org.contractethics.document.internal;

import org.jspecify.annotations.NullMarked;
