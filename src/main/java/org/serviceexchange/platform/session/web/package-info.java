/** How a browser names its session. */
@NullMarked
package org.serviceexchange.platform.session.web;

import org.jspecify.annotations.NullMarked;
