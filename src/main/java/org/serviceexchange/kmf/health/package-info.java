/** Health diagnostics: every component proves that it works, and that it refuses what it must refuse. */
@NullMarked
package org.serviceexchange.kmf.health;

import org.jspecify.annotations.NullMarked;
