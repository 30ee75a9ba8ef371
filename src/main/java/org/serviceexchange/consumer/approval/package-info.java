/** Approvals of a connection to a provider that its model requires. */
@NullMarked
package org.serviceexchange.consumer.approval;

import org.jspecify.annotations.NullMarked;
