/** The table of sent e-mails that may come back. */
@NullMarked
package org.serviceexchange.platform.mail.store;

import org.jspecify.annotations.NullMarked;
