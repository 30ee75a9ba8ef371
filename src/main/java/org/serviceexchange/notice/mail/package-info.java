/** Notices as e-mails. */
@NullMarked
package org.serviceexchange.notice.mail;

import org.jspecify.annotations.NullMarked;
