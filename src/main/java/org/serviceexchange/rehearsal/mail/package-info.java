/** E-mails that are kept instead of being sent. */
@NullMarked
package org.serviceexchange.rehearsal.mail;

import org.jspecify.annotations.NullMarked;
