/** Approvals on the page of a registration and in the form of their tasks. */
@NullMarked
package org.serviceexchange.provider.approval.web;

import org.jspecify.annotations.NullMarked;
