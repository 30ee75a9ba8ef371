/** Health diagnostics: every component proves that it works, and that what must fail does. */
@NullMarked
package org.serviceexchange.kmf.health;

import org.jspecify.annotations.NullMarked;
