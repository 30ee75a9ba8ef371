/** The authorization server: authorization code with PKCE and private_key_jwt. */
@NullMarked
package org.serviceexchange.provider.authorization.web;

import org.jspecify.annotations.NullMarked;
