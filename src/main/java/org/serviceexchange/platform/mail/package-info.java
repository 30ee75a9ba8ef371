/** E-mails: how they are written from templates and handed to the configured mail server. */
@NamedInterface("mail")
@NullMarked
package org.serviceexchange.platform.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
