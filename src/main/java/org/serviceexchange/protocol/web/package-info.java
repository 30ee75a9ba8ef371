/** What an instance says of itself to its peers, and how it answers their probes. */
@NullMarked
package org.serviceexchange.protocol.web;

import org.jspecify.annotations.NullMarked;
