/** E-mails to the contact. */
@NullMarked
package org.serviceexchange.provider.notice;

import org.jspecify.annotations.NullMarked;
