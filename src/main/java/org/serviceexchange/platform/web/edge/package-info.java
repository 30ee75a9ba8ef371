/** What every request passes before a security chain sees it: limits of load, the Host header, and its form. */
@NullMarked
package org.serviceexchange.platform.web.edge;

import org.jspecify.annotations.NullMarked;
