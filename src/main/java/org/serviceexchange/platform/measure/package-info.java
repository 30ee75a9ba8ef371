/** What one onboarding costs: statements, transactions and jobs, as counters for admins. */
@NullMarked
package org.serviceexchange.platform.measure;

import org.jspecify.annotations.NullMarked;
