/** The tables of browser sessions. */
@NullMarked
package org.serviceexchange.platform.session.store;

import org.jspecify.annotations.NullMarked;
