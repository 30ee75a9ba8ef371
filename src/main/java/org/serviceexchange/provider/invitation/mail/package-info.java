/** E-mails to the contact. */
@NullMarked
package org.serviceexchange.provider.invitation.mail;

import org.jspecify.annotations.NullMarked;
