/** Endpoints that every instance offers its peers: its description and probes. */
@NullMarked
package org.serviceexchange.protocol.web;

import org.jspecify.annotations.NullMarked;
