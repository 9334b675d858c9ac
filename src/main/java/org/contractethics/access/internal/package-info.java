/** Security chains, identity provider, people directory. */
@NullMarked
package org.contractethics.access.internal;

import org.jspecify.annotations.NullMarked;
