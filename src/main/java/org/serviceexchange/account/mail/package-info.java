/** E-mails with a link for setting a password. */
@NullMarked
package org.serviceexchange.account.mail;

import org.jspecify.annotations.NullMarked;
