/** Approvals on the page of a case and in the form of their tasks. */
@NamedInterface("web")
@NullMarked
package org.serviceexchange.approval.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
