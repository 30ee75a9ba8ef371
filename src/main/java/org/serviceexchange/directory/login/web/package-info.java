/** Login with the user directory, passwords, and the set-up of the first admin. */
@NamedInterface("login")
@NullMarked
package org.serviceexchange.directory.login.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
