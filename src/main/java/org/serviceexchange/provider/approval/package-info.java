/** Approvals of a registration that its model requires. */
@NullMarked
package org.serviceexchange.provider.approval;

import org.jspecify.annotations.NullMarked;
