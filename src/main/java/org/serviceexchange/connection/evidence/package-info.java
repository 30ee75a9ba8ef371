/** Evidence: what happened to a shared record, in one signed file that anybody can check without this instance. */
@NamedInterface("evidence")
@NullMarked
package org.serviceexchange.connection.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
