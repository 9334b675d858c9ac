/** Decision tables row by row, and every combination of their inputs. */
@NullMarked
package org.contractethics.policy;

import org.jspecify.annotations.NullMarked;
