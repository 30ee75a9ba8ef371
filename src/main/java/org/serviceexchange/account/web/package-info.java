/** Pages for users and roles, and for setting a password by a link. */
@NullMarked
package org.serviceexchange.account.web;

import org.jspecify.annotations.NullMarked;
