/** Measures what one onboarding costs: statements, transactions and jobs, as metrics for admins. */
@NullMarked
package org.serviceexchange.platform.measure;

import org.jspecify.annotations.NullMarked;
